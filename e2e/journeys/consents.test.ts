import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { givenPerson } from "#people/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { choose, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const at = { person: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  at.person = await givenPerson(await team.as("worker"), { name: "罗小满" });
});

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);

test("a withdrawal takes the number off the file at once, waits on today, is settled on its list, and the person gets an answer on paper", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/people/${at.person}`);
  await page.getByRole("link", { name: "13812345678" }).waitFor();
  await page.goto(`${site.url}/people/${at.person}/consents?purpose=contact`);
  await page.waitForLoadState("networkidle");
  await choose(page, "state", "withdrawn");
  await press(page, "记下");
  await page.getByText("看看有没有约好的电话和上门").first().waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/people/${at.person}`);
  await page.getByText("请不要主动联系").waitFor();
  expect(await page.getByText("13812345678").count()).toBe(0);
  await page.goto(site.url);
  await page.getByText("撤回了同意：看看有没有约好的电话和上门").waitFor();
  await page.goto(`${site.url}/people/duties`);
  await page.getByText("怎么样了").first().click();
  await expectSound(page);
  await shoot(page, "duties");
  const first = page.locator("main details[open]").first();
  await first.getByRole("radio", { name: "办好了" }).check();
  await first.locator('[name="words"]').fill("周三的上门已取消");
  await first.getByRole("button", { name: "记下" }).click();
  await page.getByText("告诉同事、老友和志愿者").waitFor();
  await page.getByText("看看有没有约好的电话和上门").waitFor({ state: "detached" });
  await page.goto(`${site.url}/people/duties?show=settled`);
  await page.getByText("周三的上门已取消").waitFor();
  await page.goto(`${site.url}/people/${at.person}/readings`);
  await page.getByRole("heading", { name: "现在能打开的人" }).waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "给本人的答复单" }).click();
  await page.getByText("您同意过什么").waitFor();
  await expectSound(page);
  await shoot(page, "answer-sheet");
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await team.enter(await visitor(look), "supervisor");
    for (const path of ["/people/duties", `/people/${at.person}/answer`, `/people/${at.person}/readings`]) {
      await page.goto(site.url + path);
      await expectSound(page);
    }
  }
});
