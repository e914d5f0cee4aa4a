import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import ExcelJS from "exceljs";
import { seedVolunteers } from "#app/demo/demo-volunteers.ts";
import { logVisit } from "#visits/index.ts";
import { browser, expectSound, LOOKS } from "../harness/browser.ts";
import { fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { givenPairs, type PreparedPair } from "../harness/programme.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
let pairs: PreparedPair[];
let month = "";

beforeAll(async () => {
  team = await foundTeam(site);
  const { programmeId } = await seedVolunteers(team);
  pairs = await givenPairs(team, programmeId, 3);
  const coordinator = await team.as("coordinator");
  month = coordinator.today.slice(0, 7);
  // Three meetings, two different persons, 90 + 60 + 120 minutes: 4.5 hours.
  for (const [index, minutes] of [[0, 90], [0, 60], [1, 120]] as const) {
    await logVisit(coordinator, { pairId: pairs[index]!.pairId, happenedOn: coordinator.today, minutes, mode: "outside", mood: "good", words: `第${minutes}分钟的见面` });
  }
});

const figure = (page: Page, label: string) => page.locator("dl.stat", { has: page.getByText(label, { exact: true }) });

async function downloadOf(page: Page, name: string): Promise<{ bytes: Buffer; fileName: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("main").getByRole("link", { name }).click()]);
  return { bytes: await readFile(await file.path()), fileName: file.suggestedFilename() };
}

test("the month's figures are counted from what was noted", async () => {
  const page = await team.enter(await visitor(), "supervisor");
  await page.goto(`${site.url}/returns`);
  await page.waitForURL(`**/returns/${month}`);
  expect(await figure(page, "服务人次").locator(".stat-value").innerText()).toBe("3");
  expect(await figure(page, "服务人数").locator(".stat-value").innerText()).toBe("2");
  expect(await figure(page, "志愿时数").locator(".stat-value").innerText()).toBe("4.5");
  expect(await figure(page, "月末在结对").locator(".stat-value").innerText()).toBe("3");
  await expectSound(page);
});

test("a figure opens to the rows it was counted from", async () => {
  const page = await team.enter(await visitor(), "supervisor");
  await page.goto(`${site.url}/returns/${month}`);
  await figure(page, "服务人次").getByRole("link").click();
  await page.getByText("见面 · 3").waitFor();
  await page.getByText("结对 · 3").waitFor();
  const shown = await page.locator("main").innerText();
  for (const { residentName } of pairs.slice(0, 2)) expect(shown).toContain(residentName);
  await expectSound(page);
});

test("the workbook holds the same figures, the printed sheet is a real PDF", async () => {
  const page = await team.enter(await visitor(), "supervisor");
  await page.goto(`${site.url}/returns/${month}`);
  const workbook = await downloadOf(page, "下载 Excel");
  expect(workbook.bytes.subarray(0, 2).toString()).toBe("PK");
  expect(workbook.fileName).toMatch(/\.xlsx$/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbook.bytes as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  const cells = (row: number) => (sheet!.getRow(row).values as unknown[]).slice(1).map(String);
  const [head, foot] = [cells(1), cells(sheet!.rowCount)];
  expect(foot[0]).toBe("合计");
  expect(foot[head.indexOf("服务人次")]).toBe("3");
  expect(foot[head.indexOf("服务人数")]).toBe("2");
  expect(foot[head.indexOf("志愿时数")]).toBe("4.5");
  const print = await downloadOf(page, "下载 PDF");
  expect(print.bytes.subarray(0, 4).toString()).toBe("%PDF");
  expect(print.bytes.length).toBeGreaterThan(5000);
  expect(print.fileName).toMatch(/\.pdf$/);
});

test("the return is handed in, and what is noted later shows as a difference", async () => {
  const page = await team.enter(await visitor(), "supervisor");
  await page.goto(`${site.url}/returns/${month}`);
  await fill(page, { note: "按时提交" });
  await press(page, "提交本月报表");
  await page.getByText("和现在的数字一致").waitFor();
  const coordinator = await team.as("coordinator");
  await logVisit(coordinator, { pairId: pairs[2]!.pairId, happenedOn: coordinator.today, minutes: 30, mode: "phone", mood: "fair", words: "" });
  await page.reload();
  await page.getByText("服务人次：提交时 3，现在 4").waitFor();
  await expectSound(page);
});

test("the street's clerk sees the figures and never the names", async () => {
  const page = await team.enter(await visitor(), "clerk");
  await page.goto(`${site.url}/returns/${month}`);
  const text = await page.locator("body").innerText();
  for (const { residentName } of pairs) expect(text).not.toContain(residentName);
  expect((await page.goto(`${site.url}/returns/${month}/rows`))!.status()).toBe(403);
});

test("the return is sound at every look", async () => {
  for (const look of LOOKS) {
    const context = await visitor(look);
    await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
    const page = await team.enter(context, "supervisor");
    for (const path of [`/returns/${month}`, `/returns/${month}/rows`]) {
      expect((await page.goto(site.url + path))!.status()).toBe(200);
      await expectSound(page);
    }
  }
});
