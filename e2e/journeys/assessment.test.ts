import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { givenAssessment, answersOf, instrumentOf } from "#assessment/testing.ts";
import { addDays } from "#kernel/calendar.ts";
import { givenPerson } from "#people/testing.ts";
import { browser, expectSound, PHONE } from "../harness/browser.ts";
import { choose, fill, press, uploadFile } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
let personId = "";
let otherId = "";

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  [personId, otherId] = [await givenPerson(worker, { name: "白桂兰", birthOn: "1950-03-04" }), await givenPerson(worker, { name: "严小川" })];
  await givenAssessment(worker, personId, { instrumentId: "who5", assessedOn: addDays(worker.today, -120), answers: answersOf(instrumentOf("who5"), () => 2) });
});

async function answer(page: Page, id: string, score: number | "" | "na"): Promise<void> {
  await choose(page, `answer.${id}`, String(score));
}

test("a sheet is filled in on a phone; half of it is still there after the tab was lost, and never stands in somebody else's", async () => {
  const page = await team.enter(await visitor(PHONE), "worker");
  await page.goto(`${site.url}/people/${personId}`);
  await page.getByRole("main").getByRole("link", { name: "评估", exact: true }).click();
  await page.waitForURL(/\/assessments\/of\//);
  await expectSound(page);
  await page.getByRole("link", { name: "需要小量表（本人）" }).click();
  await page.waitForURL(/fill\/needs-person/);
  await expectSound(page);
  for (let item = 1; item <= 4; item++) await answer(page, `i${item}`, 2);
  await fill(page, { note: "说话时很累，分两次问" });
  await page.locator(".draft-note").getByText("草稿已保存在这台设备上（加密）").waitFor();

  await page.goto(`${site.url}/assessments/of/${otherId}/fill/needs-person`);
  await page.getByRole("heading", { name: "需要小量表（本人）" }).waitFor();
  expect(await page.locator('[name="answer.i1"][value="2"]').isChecked()).toBe(false);
  await page.goto(`${site.url}/assessments/of/${personId}/fill/needs-person`);
  await expect.poll(() => page.locator('[name="answer.i4"][value="2"]').isChecked(), { timeout: 60_000 }).toBe(true);
  expect(await page.inputValue('[name="note"]')).toBe("说话时很累，分两次问");
  for (let item = 5; item <= 8; item++) await answer(page, `i${item}`, 1);
  await press(page, "记下评估");
  await page.waitForURL(/\/assessments\/records\//);
  await page.getByText("不能计分：还有 2 项未评").waitFor();
  await expectSound(page);
});

test("ability of elders asks for a second assessor with a medical training, and gives the level only when all is known", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(`${site.url}/assessments/of/${personId}/fill/ability`);
  await expectSound(page);
  for (const { id, choices } of instrumentOf("ability").parts.flatMap(({ items }) => items)) await answer(page, id, Math.max(...choices.map(({ value }) => value)) - 1);
  await choose(page, "fact.coma", "no");
  await press(page, "记下评估");
  await page.getByRole("alert").getByText("至少两位不同的评估人").waitFor();
  await fill(page, { assessorName2: "王护士" });
  await page.selectOption("[name=assessorProfession2]", "nursing");
  await press(page, "记下评估");
  await page.waitForURL(/\/assessments\/records\//);
  await page.getByText("64 / 90", { exact: true }).waitFor();
  await page.getByText("等级还不能确定").waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "更正", exact: true }).click();
  await page.waitForURL(/corrects=/);
  for (const fact of ["dementia", "mental_disorder", "care_events"]) await choose(page, `fact.${fact}`, fact === "dementia" ? "yes" : "no");
  await press(page, "记下更正");
  await page.waitForURL(/\/assessments\/records\/[^?]+$/);
  await page.getByText("能力重度受损（3 级）", { exact: true }).waitFor();
  await page.getByText("这是一次更正").waitFor();
  await page.getByText("撤回这次评估…").click();
  await fill(page, { reason: "评错了人" });
  await press(page, "撤回");
  await page.getByText("撤回：评错了人").waitFor();
  await expectSound(page);
});

test("who is due is listed; the next score stands beside the last, with the change that matters, and in the picture", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(`${site.url}/`);
  await page.getByText("该再评估了：WHO-5 幸福感指数").waitFor();
  await page.goto(`${site.url}/assessments`);
  await page.getByRole("link", { name: "白桂兰" }).first().waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/assessments/of/${personId}/fill/who5`);
  for (let item = 1; item <= 5; item++) await answer(page, `i${item}`, 3);
  await press(page, "记下评估");
  await page.waitForURL(/\/assessments\/records\//);
  await page.getByText("好了 20 分").waitFor();
  await page.getByText("达到有意义的变化", { exact: true }).waitFor();
  await page.getByRole("link", { name: "看变化" }).click();
  await page.waitForURL(/history\/who5/);
  await page.getByRole("img", { name: /2 次评估/ }).waitFor();
  await expectSound(page);
});

test("a licensed text is brought in by the supervisor: faults by row and field first, then the words on the sheet, then taken back", async () => {
  const page = await team.enter(await visitor(), "supervisor");
  await page.goto(`${site.url}/instruments`);
  await expectSound(page);
  await page.getByRole("link", { name: "WHO-5 幸福感指数" }).click();
  await page.waitForURL(/instruments\/who5/);
  await fill(page, { licence: "许可 2026-01" });
  await uploadFile(page, { name: "who5.csv", mimeType: "text/csv", buffer: Buffer.from("题号,题目,0\n1,甲句,从不\n9,乙句,从不\n") });
  await press(page, "检查并导入");
  await page.getByRole("cell", { name: "没有这个题号" }).waitFor();
  await expectSound(page);
  await uploadFile(page, { name: "who5.csv", mimeType: "text/csv", buffer: Buffer.from("题号,题目,0\n1,甲句,从不\n") });
  await press(page, "检查并导入");
  await page.getByText("条目文字已导入").waitFor();
  await page.getByText("1. 甲句").waitFor();
  await expectSound(page);
  await page.getByText("撤下这份文字…").click();
  await press(page, "撤下");
  await page.getByText("已撤下").waitFor();
  expect(await page.getByText("1. 甲句").count()).toBe(0);
});
