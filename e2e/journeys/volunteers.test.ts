import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browser, expectSound, LOOKS, PHONE, shoot } from "../harness/browser.ts";
import { choose, fill, fillDay, press, uploadFile } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const SHEET = fileURLToPath(new URL("../../src/volunteering/fixtures/community-friend-volunteers.xlsx", import.meta.url));
const at = { programme: "", volunteer: "" };
let team: Team;

beforeAll(async () => { team = await foundTeam(site); });

const coordinator = async () => team.enter(await visitor(), "coordinator");
const pathOf = (page: Page) => new URL(page.url()).pathname;
const figure = (page: Page, label: string) => page.locator("dl.stat", { has: page.getByText(label, { exact: true }) }).locator(".stat-value").innerText();
/** The row of a requirement in the table of a policy. */
const requirement = (page: Page, version: string, name: string) => page.locator("section, article, .card").filter({ has: page.getByRole("heading", { name: new RegExp(version) }) }).last().locator("tbody tr", { hasText: name }).first();

test("a programme begins with a pathway whose requirements are data", async () => {
  const page = await coordinator();
  await page.goto(`${site.url}/volunteers`);
  await expectSound(page);
  await page.getByRole("link", { name: "建立项目" }).click();
  await page.waitForURL("**/volunteers/programmes/new");
  await fill(page, { slug: "community-friends", name: "社区老友", summary: "每周陪长期居家的残疾青年一两个小时：聊天、打球、逛菜场。", contact: "0871-65500000" });
  await expectSound(page);
  await press(page, "建立项目");
  await page.waitForURL(/programmes\/[0-9a-f-]{36}$/);
  at.programme = pathOf(page);
  for (const name of ["报名", "培训", "无犯罪记录证明", "服务协议", "知情同意", "考核"]) await page.locator("tbody tr", { hasText: name }).first().waitFor();
  await page.getByText(`${site.url}/join/qingyun/community-friends`).waitFor();
  await expectSound(page);
  await shoot(page, "volunteers-programme");
});

test("somebody signs up on an old phone without script, and may leave nearly everything open", async () => {
  const page = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/join`);
  await page.getByRole("link", { name: "我要报名" }).click();
  await page.waitForURL("**/join/qingyun/community-friends");
  await shoot(page, "volunteers-sign-up-phone");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await fill(page, { name: "章小北", phone: "13900004321", interests: "棋类、散步" });
  await fillDay(page, "birthOn", "2001-03-09");
  for (const hours of ["6-morning", "3-evening"]) await choose(page, "times", hours);
  await press(page, "提交报名");
  await page.getByText("必须同意").first().waitFor(); // nothing is kept without consent
  expect(pathOf(page)).toBe("/join/qingyun/community-friends");
  expect(await page.inputValue('[name="name"]')).toBe("章小北");
  await shoot(page, "volunteers-sign-up-refused");
  for (const purpose of ["keep_data", "contact", "be_matched"]) await page.locator(`main input[name="${purpose}"]`).check({ force: true });
  await press(page, "提交报名");
  await page.waitForURL("**/thanks**");
  await page.getByText("谢谢您报名！").waitFor();
  await shoot(page, "volunteers-thanks-phone");
});

test("it stands in the organiser's list, with the hours of the week", async () => {
  const page = await coordinator();
  await page.goto(`${site.url}/volunteers`);
  const row = page.getByRole("row", { name: /章小北/ });
  expect(await row.innerText()).toMatch(/申请中[\s\S]*周三晚上[\s\S]*周六上午/);
  await expectSound(page);
  await row.getByRole("link").first().click();
  await page.getByRole("heading", { name: "准入进度" }).waitFor();
  at.volunteer = pathOf(page);
  expect(await page.getByRole("row", { name: /周六/ }).innerText()).toContain("有空");
  expect(await page.getByRole("row", { name: /^周日/ }).innerText()).not.toContain("有空");
  await expectSound(page);
  await shoot(page, "volunteers-volunteer");
});

test("the hours are changed to exact ones", async () => {
  const page = await coordinator();
  await page.goto(`${site.url}${at.volunteer}/availability`);
  await page.locator(".hours-exact > summary").click();
  await page.fill('input[name="hours-7-from"]', "14:00");
  await page.fill('input[name="hours-7-to"]', "16:30");
  await expectSound(page);
  await press(page, "保存时间");
  await page.getByRole("heading", { name: "准入进度" }).waitFor();
  expect(await page.getByRole("row", { name: /^周日/ }).innerText()).toContain("14:00–16:30");
});

test("46 sign-ups of a sheet: 28 trained, 15 in the service team, 13 in reserve, before and after writing", async () => {
  const page = await coordinator();
  await page.goto(`${site.url}/volunteers/import`);
  await expectSound(page);
  await uploadFile(page, SHEET);
  await press(page, "上传并预览");
  await page.waitForURL(/import\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: /确认写入/ }).waitFor();
  expect(await figure(page, "报名")).toBe("46");
  expect(await figure(page, "完成培训")).toBe("28");
  await page.getByText("服务队 15 · 储备 13").waitFor();
  await expectSound(page);
  await shoot(page, "volunteers-import");
  await page.getByRole("button", { name: /确认写入/ }).click();
  await page.getByRole("heading", { name: "结果" }).waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "查看志愿者" }).click();
  await page.getByRole("heading", { name: "志愿者", level: 1 }).waitFor();
  expect(await figure(page, "完成培训")).toBe("28 人");
  expect(await figure(page, "服务队")).toBe("15 人");
  expect(await figure(page, "储备")).toBe("13 人");
  await expectSound(page);
  await shoot(page, "volunteers-list");
  await page.locator("dl.stat", { has: page.getByText("储备", { exact: true }) }).getByRole("link").click();
  await page.waitForURL("**status=reserve**");
  await expect.poll(() => page.locator("main tbody tr").count()).toBe(13);
});

test("a requirement is changed as data: its effect is weighed first, and it holds from its own day", async () => {
  const page = await coordinator();
  await page.goto(site.url + at.programme);
  await page.getByRole("link", { name: "修改准入办法" }).click();
  await page.waitForURL("**/policy");
  const training = page.locator("details.card").filter({ has: page.locator("summary", { hasText: "培训" }) });
  await training.locator("summary").click();
  await training.locator('input[name^="needed-"]').fill("9");
  await page.fill('[name="note"]', "多安排几场培训");
  await expectSound(page);
  await shoot(page, "volunteers-policy");
  await press(page, "看看影响多少人");
  await page.getByText("按这个版本，生效当天").waitFor();
  await page.getByText("15人从服务队变为已失效").waitFor();
  await expectSound(page);
  await shoot(page, "volunteers-policy-weighed");
  await press(page, "采用新版本");
  await page.waitForURL(`**${at.programme}`);
  await page.getByText(/将生效 · 多安排几场培训/).waitFor();
  expect(await requirement(page, "第2版", "培训").innerText()).toMatch(/\t9\t/);
  expect(await requirement(page, "第1版", "培训").innerText()).toMatch(/\t3\t/);
  await expectSound(page);
});

test("the volunteers' pages are sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS.slice(1)) {
    const context = await visitor(look);
    await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
    const page = await team.enter(context, "coordinator");
    for (const [name, path] of Object.entries({ list: "/volunteers", volunteer: at.volunteer, programme: at.programme, policy: `${at.programme}/policy` })) {
      expect((await page.goto(site.url + path))!.status(), path).toBe(200);
      await expectSound(page);
      await shoot(page, `volunteers-${name}-${look.name}`);
    }
  }
});
