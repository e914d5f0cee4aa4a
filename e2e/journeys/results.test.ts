import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { givenCase, givenNeed } from "#casework/testing.ts";
import { givenCarer, givenRespite, givenStrain } from "#insights/testing.ts";
import { addDays } from "#kernel/calendar.ts";
import { givenPerson } from "#people/testing.ts";
import { rateGoal } from "#planning/index.ts";
import { givenSettledPlan } from "#planning/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const at = { carer: "", case: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  const client = await givenPerson(worker, { name: "白晓峰", birthOn: "1999-03-08", birthPrecision: "day", disability: { type: 4, grade: 2 } });
  const carer = await givenCarer(worker, client, "何桂珍");
  at.carer = `/carers/${carer}`;
  at.case = `/cases/${await givenCase(worker, client, { openedOn: worker.today })}`;
  await givenNeed(worker, client, { heardOn: worker.today });
  const { planId, goalId } = await givenSettledPlan(worker, client);
  await rateGoal(worker, { planId, goalId, level: 1, on: worker.today, note: "" });
  await givenStrain(worker, carer, addDays(worker.today, -60), 3);
  await givenStrain(worker, carer, worker.today, 1);
  await givenRespite(worker, client, addDays(worker.today, -3), 150);
});

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);

test("from the case to the carer: strain over time, hours somebody took over, outcomes side by side", async () => {
  const page = await enter("worker");
  await page.goto(site.url + at.case);
  await page.getByText("压力 10 · 有些吃力").waitFor();
  await page.locator(`main a[href="${at.carer}"]`).click();
  await page.getByRole("heading", { name: "何桂珍的照顾情况" }).waitFor();
  await page.getByRole("img", { name: /问过 2 次/ }).waitFor();
  await page.getByText("近 90 天：替手 2.5 小时").waitFor();
  await page.getByText("30 → 10").waitFor();
  await page.getByText("每月替手").first().click();
  await page.getByRole("cell", { name: "2.5 小时" }).waitFor();
  await expectSound(page);
  await shoot(page, "carer");
  await page.goto(`${site.url}/carers?show=strained`);
  await page.getByText("没有符合条件的照顾者").waitFor();
  await expectSound(page);
});

test("results open to their rows, and the rows to the record; what leaves has no name and no small number", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/results`);
  await page.getByRole("group", { name: "分数变化" }).getByRole("link", { name: "1", exact: true }).first().click();
  await page.getByRole("heading", { name: "成效明细" }).waitFor();
  await page.getByText("30 → 10").waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "何桂珍" }).click();
  await page.getByRole("heading", { name: /需要小量表（照顾者）/ }).first().waitFor();
  const csv = await (await page.request.get(`${site.url}/results/export?as=csv`)).text();
  expect(csv).toContain("分数变化");
  expect(csv).toContain("·");
  expect(csv).not.toMatch(/何桂珍|白晓峰/);
  await page.goto(`${site.url}/results?population=elder`);
  await page.getByText("这段时间还没有可以数的成效").waitFor();
});

test("the street office sees sums only, without a choice and without rows", async () => {
  const page = await enter("clerk");
  await page.goto(`${site.url}/results`);
  await page.getByRole("heading", { name: "成效", exact: true }).waitFor();
  expect(await page.getByText("筛选").count()).toBe(0);
  await expectSound(page);
  expect((await page.goto(`${site.url}/results/rows`))?.status()).toBe(403);
  expect((await page.goto(`${site.url}/carers`))?.status()).toBe(403);
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await team.enter(await visitor(look), "supervisor");
    for (const path of ["/results", "/results/rows", "/carers", at.carer]) {
      await page.goto(site.url + path);
      await page.locator("h1").waitFor();
      await expectSound(page);
    }
  }
});
