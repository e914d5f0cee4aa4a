import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { givenPerson } from "#people/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const at = { child: "", incident: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  await team.join("other", "方文", "worker");
  at.child = await givenPerson(await team.as("worker"), { name: "罗小满", birthOn: "2016-03-08", birthPrecision: "day" });
});

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);
const pathOf = (page: Page) => new URL(page.url()).pathname;

test("from a child's page to the report the law asks for, which stands before everything else", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/people/${at.child}`);
  await page.getByRole("link", { name: "报告伤害或危险" }).click();
  await page.getByText("按未成年人处理").waitFor();
  await expectSound(page);
  await page.getByRole("radio", { name: "殴打、虐待" }).check();
  await page.getByRole("radio", { name: /^严重/ }).check();
  await page.locator('[name="words"]').fill("手臂上有几处新伤，她说「是叔叔打的」。");
  await page.locator('[name="actedWords"]').fill("已带到居委会，由女同事陪着。");
  await press(page, "报告");
  await page.getByRole("heading", { name: "现在就要报告" }).waitFor();
  at.incident = pathOf(page).replace("/report", "");
  expect(await page.getByText("我要报告一件殴打、虐待的事").innerText()).toContain("罗小满");
  await expectSound(page);
  await shoot(page, "safeguarding-report");
});

test("it waits on today before anything else, and cannot be closed until the police are told", async () => {
  const page = await enter("supervisor");
  await page.goto(site.url);
  await page.getByText("法律要求马上告诉公安机关").waitFor();
  await page.goto(site.url + at.incident);
  await page.getByText("谁可以看").waitFor();
  await page.getByText("了结…").click();
  await page.locator("details[open] textarea").fill("已处理");
  await press(page, "了结这件事");
  await page.getByText("法律要求的报告还没有做").first().waitFor();
  await page.goto(`${site.url}${at.incident}/report`);
  await page.locator('[name="toName"]').first().fill("东里派出所 李警官");
  await press(page, "已经报告");
  await page.waitForURL(`${site.url}${at.incident}`);
  await page.getByText("东里派出所 李警官").waitFor();
  await page.locator('[name="words"]').first().fill("看过，已安排明天随访");
  await press(page, "负责人看过");
  await page.getByText("看过，已安排明天随访").waitFor();
  expect(await page.locator("details[open] textarea").inputValue()).toBe("已处理"); // begun before, found again unfolded
  await page.locator("details[open] textarea").fill("孩子由祖母照料，每周随访");
  await press(page, "了结这件事");
  await page.getByRole("button", { name: "重新打开" }).or(page.getByText("重新打开…")).first().waitFor();
  await expectSound(page);
});

test("a colleague who was not let in finds nothing: no list, no address, no line on the child's page", async () => {
  const page = await enter("other");
  await page.goto(`${site.url}/safeguarding`);
  await page.getByText("没有您需要知道的事").waitFor();
  await expectSound(page);
  expect((await page.goto(site.url + at.incident))?.status()).toBe(404);
  await page.goto(`${site.url}/people/${at.child}`);
  await page.getByRole("link", { name: "报告伤害或危险" }).waitFor();
  expect(await page.getByText("殴打、虐待").count()).toBe(0);
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await team.enter(await visitor(look), "supervisor");
    for (const path of ["/safeguarding", at.incident, `/safeguarding/new/${at.child}`]) {
      await page.goto(site.url + path);
      await page.locator("h1").waitFor();
      await expectSound(page);
    }
  }
});
