import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { addWalkIn, createSeries } from "#activities/index.ts";
import { browser, expectSound, PHONE } from "../harness/browser.ts";
import { choose, fill, fillDay, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, PASSWORD, type Team } from "../harness/team.ts";

/** A student's whole way, on the pages as they are: from a sign-up on an old phone to a certificate anybody can check. */
const site = linli();
const { visitor } = browser();
const STUDENT = "章小北";
const own = { programme: "", volunteer: "", invitation: "", certificate: "" };
const phone: { page?: Page } = {};
let team: Team;

beforeAll(async () => { team = await foundTeam(site); });

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);

test("a programme opens, with its agreement; the student signs up on a phone without script", async () => {
  const office = await enter("coordinator");
  await office.goto(`${site.url}/volunteers/programmes/new`);
  await fill(office, { slug: "community-friends", name: "社区老友", summary: "每周陪长期居家的青年一两个小时。", contact: "0871-65500000" });
  await press(office, "建立项目");
  await office.waitForURL(/programmes\/[0-9a-f-]{36}$/);
  own.programme = new URL(office.url()).pathname;
  await office.goto(`${site.url}${own.programme}/agreements`);
  await office.selectOption('[name="requirement"]', "agreement");
  await fill(office, { title: "志愿服务协议", body: "每周来一次，来不了提前说。见到的、听到的不对外讲。", easyBody: "每周来一次。来不了，先说一声。" });
  await press(office, "发布新版本");
  await office.getByText("第1版").first().waitFor();

  const page = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/join/qingyun/community-friends`);
  await fill(page, { name: STUDENT, phone: "13900004321", interests: "棋类、散步" });
  await fillDay(page, "birthOn", "2001-03-09");
  await choose(page, "times", "6-morning");
  for (const purpose of ["keep_data", "contact", "be_matched"]) await page.locator(`main input[name="${purpose}"]`).check({ force: true });
  await press(page, "提交报名");
  await page.getByText("谢谢您报名！").waitFor();
});

test("trained, checked, agreed: each requirement is written down, and the student may serve", async () => {
  const office = await enter("coordinator");
  await office.goto(`${site.url}/volunteers`);
  await office.getByRole("row", { name: new RegExp(STUDENT) }).getByRole("link").first().click();
  await office.getByRole("heading", { name: "准入进度" }).waitFor();
  own.volunteer = new URL(office.url()).pathname;
  for (const [requirement, quantity] of [["training", "3"], ["screening", null], ["consent", null]] as const) {
    await office.goto(`${site.url}${own.volunteer}/evidence?requirement=${requirement}`);
    await office.selectOption('[name="requirement"]', requirement);
    if (quantity) await office.fill('main [name="quantity"]', quantity);
    await press(office, "登记");
    await office.getByRole("heading", { name: "准入进度" }).waitFor();
  }
  await office.goto(`${site.url}${own.volunteer}/appraisal`);
  await choose(office, "outcome", "service_team");
  await press(office, "保存考核结果");
  await office.getByRole("heading", { name: "准入进度" }).waitFor();
  await office.goto(`${site.url}${own.volunteer}/sign?requirement=agreement`);
  await choose(office, "answer", "signed");
  await expectSound(office);
  await press(office, "保存");
  await office.getByRole("link", { name: "看签署的文本" }).waitFor();
  await office.goto(`${site.url}${own.volunteer}/invitation`);
  await press(office, "生成邀请链接");
  own.invitation = await office.locator("main code.wrap").innerText();
});

test("by the link the student has an account of their own", async () => {
  const page = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await page.goto(own.invitation);
  await fill(page, { name: STUDENT, login: "13900004321", password: PASSWORD });
  await press(page, "建立账号并加入");
  await page.waitForURL((url) => !url.pathname.startsWith("/invite"));
  await page.goto(`${site.url}/my-hours`);
  await page.locator("h1").waitFor();
  phone.page = page;
});

test("an afternoon helped at becomes hours that wait, are looked at and confirmed", async () => {
  const office = await enter("coordinator");
  await office.goto(site.url + own.volunteer);
  const personId = (await office.getByRole("link", { name: "打开居民档案" }).getAttribute("href"))!.split("/").at(-1)!;
  const door = await team.as("worker");
  const { sessionIds: [sessionId] } = await createSeries(door, {
    name: "象棋下午", summary: "", kind: "other", startsOn: door.today, rule: "", fromMinute: 0, untilMinute: 120, placeId: null, placeWords: "活动室", participants: 20, volunteers: 5, companions: 0, openTo: "staff", admission: "direct", closesHours: 0,
    rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] },
  });
  await addWalkIn(door, { sessionId: sessionId!, personId, role: "volunteer" });
  await phone.page!.goto(`${site.url}/my-hours`);
  await phone.page!.getByText("待确认").first().waitFor();
  await office.goto(`${site.url}/hours`);
  await office.locator('tbody input[type="checkbox"]').first().check();
  await press(office, "看一看再确认");
  await office.getByText("共 1 条，合计 2 小时").waitFor();
  await press(office, "确认这些时长");
  await office.getByText("已确认 1 条。").waitFor();
});

test("the student asks for a certificate; anybody can check it, and learns no name", async () => {
  const page = phone.page!;
  await page.goto(`${site.url}/my-hours`);
  await fill(page, { purpose: "学校实践学分" });
  await press(page, "提交申请");
  await page.getByText("申请已提交，等待受理。").waitFor();
  const office = await enter("coordinator");
  await office.goto(`${site.url}/certificates`);
  await office.locator('main a[href*="/certificates/applications/"]').first().click();
  await press(office, "受理");
  await office.getByRole("heading", { name: "开具证明" }).waitFor();
  await fill(office, { head: "周敏" });
  await press(office, "开具证明");
  await office.getByText("本机构出具").waitFor();
  own.certificate = await office.getByRole("heading", { level: 1 }).innerText();
  await page.goto(`${site.url}/my-hours`);
  await page.getByText(own.certificate).first().waitFor();
  const school = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await school.goto(`${site.url}/check/qingyun`);
  await school.fill('input[name="number"]', own.certificate);
  await school.getByRole("main").getByRole("button", { name: "查验" }).click();
  await school.getByText("公示中").waitFor();
  const said = await school.locator("main").innerText();
  expect(said).toContain("2 小时");
  expect(said).not.toContain(STUDENT);
});
