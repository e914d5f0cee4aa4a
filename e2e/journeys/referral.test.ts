import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const at = { person: "", referral: "", outside: "" };
let ours: Team;
let theirs: Team;

beforeAll(async () => {
  ours = await foundTeam(site);
  theirs = await foundTeam(site, "jiuye");
  await site.installation.db.withTables<{ "identity.organizations": { name: string; slug: string } }>().updateTable("identity.organizations").set({ name: "城北就业服务中心" }).where("slug", "=", "jiuye").execute();
  at.person = await givenPerson(await ours.as("worker"), { name: "罗小满", birthOn: "2001-03-08", birthPrecision: "day" });
});

const enter = async (team: Team, key: string): Promise<Page> => team.enter(await visitor(), key);
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function fill(page: Page, choose: (page: Page) => Promise<unknown>): Promise<void> {
  await page.goto(`${site.url}/people/${at.person}`);
  await page.getByRole("link", { name: "转介", exact: true }).last().click();
  await page.getByRole("heading", { name: "转介：罗小满" }).waitFor();
  await choose(page);
  await page.locator('[name="topic"]').selectOption({ label: "就业" });
  await page.locator('[name="words"]').fill("想找离家近的半天工作");
  await press(page, "看看会送出什么");
  await page.getByRole("heading", { name: "将要送出的全部内容" }).waitFor();
}

test("without their consent nobody is referred, and it says what to do", async () => {
  const page = await enter(ours, "worker");
  await page.goto(`${site.url}/referrals/new/${at.person}`);
  await page.getByText("没有同意把资料提供给其他机构").first().waitFor();
  await page.getByRole("link", { name: "去记知情同意" }).waitFor();
  await expectSound(page);
  const worker = await ours.as("worker");
  await worker.write("journey.share", null, (tx) => recordConsents(worker, tx, [{ personId: at.person, purpose: "share", state: "given", capacity: "self", fromOn: worker.today, channel: "in_person" }]));
});

test("what leaves is seen first, and the other organisation has it at once: opened, accepted, a case, an outcome", async () => {
  const page = await enter(ours, "worker");
  await fill(page, (one) => one.locator('[name="toOrg"]').selectOption({ label: "城北就业服务中心" }));
  await page.getByText("13812345678").first().waitFor();
  expect(await page.getByText("青云街道金沙社区二巷60号").count()).toBe(0);
  await expectSound(page);
  await shoot(page, "referral-preview");
  await press(page, "送出");
  await page.getByRole("heading", { name: "转给 城北就业服务中心" }).waitFor();
  at.referral = pathOf(page);

  const other = await enter(theirs, "worker");
  await other.goto(site.url);
  await other.getByText("转来，等人接手").first().waitFor();
  await other.goto(`${site.url}/referrals?side=in`);
  await other.getByRole("link", { name: "罗小满" }).click();
  await other.getByText("打开资料会告诉对方您看过了").waitFor();
  await press(other, "打开资料");
  await other.getByText("13812345678").first().waitFor();
  await other.getByText("接收…", { exact: true }).click();
  await press(other, "接收");
  await other.getByRole("link", { name: "开个案" }).click();
  await other.getByRole("heading", { name: "为罗小满开个案" }).waitFor();
  await expectSound(other);
  await other.locator('[name="words"]').fill("青云转来，想找半天工作");
  await press(other, "开个案");
  await other.waitForURL(/\/cases\//);
  await other.goto(site.url + at.referral);
  await other.getByText("写结果…").click();
  await other.locator("details[open] select").selectOption({ label: "得到了需要的帮助" });
  await other.locator("details[open] textarea").fill("在便利店上班了，每天上午");
  await press(other, "写下结果");
  await other.getByText("没有要做的事").waitFor();
  await expectSound(other);

  await page.goto(site.url + at.referral);
  await page.getByText("在便利店上班了，每天上午").waitFor();
  await expectSound(page);
});

test("a sealed letter opens in a browser without a network, with its passphrase alone; the reply is written down", async () => {
  const page = await enter(ours, "worker");
  await fill(page, (one) => one.locator('[name="toName"]').fill("北山区残疾人联合会"));
  await press(page, "送出");
  await page.getByRole("heading", { name: "转给 北山区残疾人联合会" }).waitFor();
  at.outside = pathOf(page);
  await expectSound(page);
  const passphrase = await page.getByText(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/).innerText();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载加密文件" }).click();
  const file = await (await waiting).path();
  expect(await readFile(file, "utf8")).not.toContain("罗小满");
  const kept = `${file}.html`;
  await (await waiting).saveAs(kept);
  const context = await visitor();
  await context.setOffline(true);
  const letter = await context.newPage();
  await letter.goto(pathToFileURL(kept).href);
  await letter.locator("input").fill("AAAA-BBBB-CCCC-DDDD");
  await letter.getByRole("button", { name: "打开" }).click();
  await letter.getByText("口令不对").waitFor();
  await letter.locator("input").fill(passphrase.toLowerCase());
  await letter.getByRole("button", { name: "打开" }).click();
  await letter.getByText("罗小满").waitFor();
  await letter.getByText("想找离家近的半天工作").waitFor();
  await page.getByText("不接收…").click();
  await page.locator("details[open] select").selectOption({ label: "不在我们的区域" });
  await press(page, "不接收");
  await page.getByText("这件事回到了您这里").waitFor();
  await page.getByText("写明后续安排…").click();
  await page.locator("details[open] textarea").fill("改找城南残联，已请对方删掉文件");
  await press(page, "安排好了");
  await page.getByText("没有要做的事").waitFor();
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await ours.enter(await visitor(look), "supervisor");
    for (const path of ["/referrals", "/referrals?side=in", at.referral, at.outside, `/referrals/new/${at.person}`]) {
      await page.goto(site.url + path);
      await page.locator("h1").waitFor();
      await expectSound(page);
    }
  }
});
