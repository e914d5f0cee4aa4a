import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { seedVolunteers } from "#app/demo/demo-volunteers.ts";
import { browser, expectSound, LOOKS, PHONE } from "../harness/browser.ts";
import { fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { givenPairs, type PreparedPair } from "../harness/programme.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
let pair: PreparedPair;

beforeAll(async () => {
  team = await foundTeam(site);
  const { programmeId } = await seedVolunteers(team);
  pair = (await givenPairs(team, programmeId, 2))[0]!;
  await team.addVolunteer(pair.helperName, pair.helperId);
});

const asStudent = async (): Promise<Page> => team.enter(await visitor(PHONE), "volunteer", { strong: false });
const asCoordinator = async (): Promise<Page> => team.enter(await visitor(), "coordinator");
const text = (page: Page) => page.locator("main").innerText();

async function logMeeting(page: Page): Promise<void> {
  await page.goto(`${site.url}/my-pairs/${pair.pairId}/log`);
  await page.locator("label.face", { hasText: "高兴" }).click();
  await press(page, "完成");
  await page.getByText("记好了").waitFor();
}

test("a meeting's hours wait, are looked at and confirmed together, and the confirmation can be taken back", async () => {
  const student = await asStudent();
  await logMeeting(student);
  await logMeeting(student);
  await student.goto(`${site.url}/my-hours`);
  await student.getByText("待确认").first().waitFor();
  await expectSound(student);
  const office = await asCoordinator();
  await office.goto(`${site.url}/hours`);
  await expectSound(office);
  for (const box of await office.locator('tbody input[type="checkbox"]').all()) await box.check();
  await press(office, "看一看再确认");
  await office.getByText("共 2 条，合计 4 小时").waitFor();
  await expectSound(office);
  await press(office, "确认这些时长");
  await office.getByText("已确认 2 条。").waitFor();
  await press(office, "撤回这次确认");
  await office.getByText("已撤回 2 条").waitFor();
  await expectSound(office);
  await press(office, "确认这些时长");
  await office.getByText("已确认 2 条。").waitFor();
  await student.reload();
  expect(await text(student)).toContain("4 小时");
});

test("the student asks for a correction and is answered in words", async () => {
  const student = await asStudent();
  await student.goto(`${site.url}/my-hours`);
  await student.locator("main summary", { hasText: "申请更正" }).first().click();
  await student.locator('main textarea[name="words"]:visible').fill("其实陪了两个半小时");
  await student.locator("main details[open]").getByRole("button", { name: "申请更正" }).click();
  await student.getByText("您的更正申请等待答复").waitFor();
  const office = await asCoordinator();
  await office.goto(`${site.url}/hours?show=asked`);
  await office.locator("tbody a").first().click();
  await office.getByText("其实陪了两个半小时").waitFor();
  await expectSound(office);
  await office.locator("main summary", { hasText: "更正" }).last().click();
  await fill(office, { minutes: "150", reason: "按签到表更正" });
  await press(office, "保存更正");
  await office.getByText("更正：按签到表更正").waitFor();
  await press(office, "确认");
  await office.locator(".page-header").getByText("已确认", { exact: true }).waitFor();
  await student.reload();
  await student.getByText("更正：按签到表更正").waitFor();
  expect(await text(student)).toContain("4 小时 30 分");
});

test("from confirmed hours to a certificate that anybody checks without an account and without script, and offline", async () => {
  const student = await asStudent();
  await student.goto(`${site.url}/my-hours`);
  await fill(student, { purpose: "学校实践学分" });
  await press(student, "提交申请");
  await student.getByText("申请已提交，等待受理。").waitFor();
  const office = await asCoordinator();
  await office.goto(`${site.url}/certificates`);
  await expectSound(office);
  await office.locator('main a[href*="/certificates/applications/"]').first().click();
  await press(office, "受理");
  await office.getByRole("heading", { name: "开具证明" }).waitFor();
  await expectSound(office);
  await fill(office, { head: "周敏" });
  await press(office, "开具证明");
  await office.getByText("本机构出具").waitFor();
  await expectSound(office);
  const number = await office.getByRole("heading", { level: 1 }).innerText();
  await student.goto(`${site.url}/my-hours`);
  await student.getByText(number).waitFor();
  await expectSound(student);
  const pdf = await student.request.get(new URL((await student.getByText("下载证明（PDF）").getAttribute("href"))!, site.url).href);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const file = await student.request.get(new URL((await student.getByText("下载可离线核验的文件").getAttribute("href"))!, site.url).href);

  const anybody = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await anybody.goto(`${site.url}/check/qingyun`);
  await anybody.fill('input[name="number"]', number.toLowerCase());
  await anybody.getByRole("main").getByRole("button", { name: "查验" }).click();
  await anybody.getByText("公示中").waitFor();
  expect(await text(anybody)).toContain("4 小时 30 分");
  expect(await text(anybody)).not.toContain(pair.helperName);
  await expectOffline(anybody, await file.body(), /VALID 有效/);

  await office.locator("main summary", { hasText: "撤销证明" }).click();
  await office.locator('main textarea[name="words"]:visible').fill("补开一份更正后的");
  await office.locator("main details[open]").getByRole("button", { name: "撤销证明" }).click();
  await office.getByText("补开一份更正后的").waitFor();
  await anybody.reload();
  await anybody.getByText("已撤销", { exact: true }).waitFor();
  expect(await text(anybody)).not.toContain("补开一份");
  await expectOffline(anybody, await file.body(), /REVOKED 已撤销/);
});

/** Hands the three files to the stand-alone verifier, as somebody without this program would. */
async function expectOffline(page: Page, certificate: Buffer, says: RegExp): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "linli-verify-"));
  const [keys, revocations] = await Promise.all(["public-keys.pem", "revocations.txt"].map(async (name) => (await page.request.get(`${site.url}/check/qingyun/${name}`)).body()));
  const files = { "certificate.txt": certificate, "keys.pem": keys!, "revocations.txt": revocations! };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  let said: string;
  try {
    said = execFileSync(process.execPath, ["docs/verify-certificate/verify-certificate.mjs", ...Object.keys(files).map((name) => join(folder, name))], { stdio: "pipe" }).toString();
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr);
  }
  await rm(folder, { recursive: true });
  expect(said).toMatch(says);
}

test("the student's and the public pages are sound at every look", async () => {
  for (const look of LOOKS) {
    const context = await visitor(look);
    await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
    const page = await team.enter(context, "volunteer", { strong: false });
    for (const path of ["/my-hours", "/my-hours/record", "/certificates/on-show", "/check/qingyun", "/check/qingyun?number=2026-0001-222222"]) {
      expect((await page.goto(site.url + path))!.status(), path).toBe(200);
      await expectSound(page);
    }
  }
});

test("the record has its five groups, for the student and for the office", async () => {
  const office = await asCoordinator();
  await office.goto(`${site.url}/hours/people/${pair.helperId}`);
  await expectSound(office);
  await office.locator('main input[name="title"]').fill("周思佳一家的感谢信");
  await office.getByRole("main").getByRole("button", { name: "保存" }).click();
  await office.getByText("周思佳一家的感谢信").waitFor();
  const student = await asStudent();
  await student.goto(`${site.url}/my-hours/record`);
  const shown = await text(student);
  for (const group of ["个人基本信息", "志愿服务情况", "培训情况", "表彰奖励", "评价", "周思佳一家的感谢信"]) expect(shown).toContain(group);
  const sheet = await student.request.get(`${site.url}/my-hours/record/export?as=csv`);
  expect(await sheet.text()).toContain("周思佳一家的感谢信");
  expect((await student.goto(`${site.url}/hours`))!.status()).toBe(403);
});
