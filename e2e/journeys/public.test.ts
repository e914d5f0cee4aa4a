import { beforeAll, expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { seedVolunteers } from "#app/demo/demo-volunteers.ts";
import { browser, expectSound, LOOKS, PHONE } from "../harness/browser.ts";
import { choose, fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
const references: string[] = [];

beforeAll(async () => {
  team = await foundTeam(site);
  await seedVolunteers(team);
});

const referenceOn = async (text: string) => text.match(/\d{6}-\d{4}/)![0];

test("somebody asks for help on an old phone without script, and is told a number and what comes next", async () => {
  const page = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/help`);
  await page.waitForURL("**/help/qingyun"); // the only organisation here
  expect(await page.locator("script[src], script[type=module]").count()).toBe(0);
  await press(page, "提出求助");
  await page.waitForLoadState();
  expect(new URL(page.url()).pathname).toBe("/help/qingyun");
  await choose(page, "forWhom", "self");
  await fill(page, { words: "我坐轮椅，楼里没有电梯，想下楼去复查。", askerName: "王先生", askerContact: "13900002222", community: "金沙社区" });
  await page.locator('input[name="urgent"]').check({ force: true });
  await press(page, "提出求助");
  await page.waitForURL("**/thanks**");
  references.push(await referenceOn(await page.locator("main").innerText()));
  await page.getByText("0871-65500000").waitFor();
});

test("a neighbour asks for another without naming anybody", async () => {
  const page = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/help/qingyun`);
  await choose(page, "forWhom", "other");
  await fill(page, { words: "楼上的老人好几天没见出门，敲门也不应。", community: "北市社区" });
  await press(page, "提出求助");
  await page.waitForURL("**/thanks**");
  references.push(await referenceOn(await page.locator("main").innerText()));
  expect(new Set(references).size).toBe(2);
});

test("the queue shows both with their due day; a worker takes one, reaches the person, opens a file and closes", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(`${site.url}/enquiries`);
  await page.getByText("2 件未办结").waitFor();
  await page.getByText("我坐轮椅").waitFor();
  await page.getByText("没有留名 · 代人").waitFor();
  const { today } = await team.as("worker");
  const urgent = page.getByRole("row", { name: /我坐轮椅/ });
  expect(await urgent.innerText()).toContain("今天");
  const unnamed = page.getByRole("row", { name: /楼上的老人/ });
  expect(await unnamed.innerText(), addDays(today, 3)).toMatch(new RegExp(`${Number(addDays(today, 3).slice(8))}日|3 ?天|周|星期`));
  await expectSound(page);
  await urgent.getByRole("link").first().click();
  await page.getByRole("heading", { name: `编号 ${references[0]}` }).waitFor();
  await expectSound(page);
  await press(page, "我来接");
  await page.getByText("接下 · 林晓禾").waitFor();
  await fill(page, { note: "约好周三上午陪他去医院" });
  await press(page, "已联系上");
  await page.getByText("联系上了 · 林晓禾").waitFor();
  await page.getByText("建立居民档案").first().click();
  await page.locator("details[open]").getByRole("button", { name: "建立居民档案" }).click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}/);
  const file = page.url();
  await page.goto(`${site.url}/enquiries?show=mine`);
  await page.getByRole("row", { name: /我坐轮椅/ }).getByRole("link").first().click();
  await page.getByRole("main").getByText("办结", { exact: true }).first().click();
  await page.selectOption('[name="reason"]', { label: "已建立档案" });
  await page.locator("details[open]").getByRole("button", { name: "办结" }).click();
  await page.getByText("已办结").first().waitFor();
  expect(await page.getByRole("link", { name: "打开档案" }).getAttribute("href")).toBe(new URL(file).pathname);
  await page.goto(`${site.url}/enquiries`);
  await page.getByText("1 件未办结").waitFor();
});

test("whoever answers no enquiries sees none", async () => {
  const page = await team.enter(await visitor(), "clerk");
  const answer = await page.goto(`${site.url}/enquiries`);
  expect(answer!.status()).toBe(403);
  expect(await page.locator("body").innerText()).not.toContain("轮椅");
});

test("the public pages are sound at every look and show the organisation and the programme", async () => {
  for (const look of LOOKS) {
    const context = await visitor(look);
    if (look.preferences) await context.addCookies([{ name: "linli_prefs", value: look.preferences, url: site.url }]);
    const page = await context.newPage();
    for (const path of ["help", "help/qingyun", `help/qingyun/thanks?no=${references[0]}`, "about/qingyun", "join", "join/qingyun/community-friends", "join/qingyun/community-friends/thanks"]) {
      const answer = await page.goto(`${site.url}/${path}`);
      expect(answer!.status(), path).toBe(200);
      await expectSound(page);
    }
    await page.goto(`${site.url}/about/qingyun`);
    await page.getByText("陪伴长期居家的残疾青年走出家门").first().waitFor();
    await page.getByText("青云街道东里 8 号").waitFor();
  }
  const page = await (await visitor()).newPage();
  expect((await page.goto(`${site.url}/about/nobody`))!.status()).toBe(404);
});
