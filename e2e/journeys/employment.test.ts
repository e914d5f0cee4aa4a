import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { givenPerson } from "#people/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const at = { person: "", job: "", place: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  at.person = await givenPerson(await team.as("worker"), { name: "白晓峰", birthOn: "1999-03-08", birthPrecision: "day" });
});

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);
const pathOf = (page: Page) => new URL(page.url()).pathname;

test("from a person's page: a profile in their own words, what was tried, a shop with an opening", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/people/${at.person}`);
  await page.getByRole("main").getByRole("link", { name: "支持性就业", exact: true }).click();
  await page.getByRole("link", { name: "写概况" }).click();
  await page.getByRole("heading", { name: "白晓峰的职业概况" }).waitFor();
  await expectSound(page);
  await page.locator('[name="wishes"]').fill("想有自己的钱");
  await page.locator('[name="tasks"][value="stocking"]').check();
  await page.locator('[name="access"][value="toilet"]').check();
  await page.locator('[name="mostHours"]').fill("16");
  await press(page, "保存");
  await page.getByText("第 1 版").waitFor();
  await page.getByText("写一条探索记录…").click();
  await page.locator('[name="discovered"]').fill("摆了一个小时货架，没有抬头");
  await press(page, "记下");
  await page.getByText("摆了一个小时货架，没有抬头").waitFor();

  await page.goto(`${site.url}/employment/places`);
  await page.getByText("加一个单位…").click();
  await page.locator('[name="name"]').fill("东里便利店");
  await page.locator('[name="access"][value="toilet"]').check();
  await press(page, /^加上$/);
  await page.getByRole("heading", { name: "东里便利店" }).waitFor();
  at.place = pathOf(page);
  await page.getByText("加一个岗位…").click();
  await page.locator('[name="title"]').fill("早班理货");
  await page.locator('[name="tasks"][value="stocking"]').check();
  await page.locator('[name="hours"]').fill("12");
  await press(page, /^加上$/);
  await page.getByText("空 1 / 1").waitFor();
  await expectSound(page);
});

test("an opening says why it fits; the job begins, is supported less and less, and what is kept is computed", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/employment/of/${at.person}`);
  await page.getByText("愿意做的：合适（理货）").waitFor();
  await page.getByText("需要的条件：合适").waitFor();
  await expectSound(page);
  await shoot(page, "employment-person");
  await page.getByText("开始上班…").click();
  await press(page, /^开始上班$/);
  await page.getByRole("heading", { name: "白晓峰 · 东里便利店" }).waitFor();
  at.job = pathOf(page);
  await page.getByText("放手计划…").click();
  await page.locator('details[open] [name="startMinutes"]').fill("120");
  await page.locator('details[open] [name="endMinutes"]').fill("20");
  await page.locator('details[open] [name="weeks"]').fill("6");
  await press(page, "保存计划");
  await page.getByText("120→100→80→60→40→20").waitFor();
  await page.getByText("记一次支持…").click();
  await page.locator('details[open] [name="minutes"]').fill("90");
  await press(page, "记下");
  await page.getByText("支持 · 90 分钟").waitFor();
  await page.getByRole("img", { name: "6 周，共 90 分钟" }).waitFor();
  await page.getByText("1 个月 还没到").waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/employment/kept`);
  await page.getByRole("link", { name: "1", exact: true }).first().click();
  await page.getByRole("link", { name: "白晓峰" }).waitFor();
  await expectSound(page);
});

test("his own words stay with those who support employment", async () => {
  const page = await enter("coordinator");
  expect((await page.goto(`${site.url}/employment/of/${at.person}`))?.status()).toBe(403);
  await page.goto(`${site.url}/people/${at.person}`);
  await page.locator("h1").waitFor();
  expect(await page.getByText("东里便利店").count()).toBe(0);
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await team.enter(await visitor(look), "supervisor");
    for (const path of ["/employment", "/employment/places", at.place, `/employment/of/${at.person}`, at.job, "/employment/kept"]) {
      await page.goto(site.url + path);
      await page.locator("h1").waitFor();
      await expectSound(page);
    }
  }
});
