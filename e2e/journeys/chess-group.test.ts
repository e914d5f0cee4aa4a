import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { addWalkIn, createSeries } from "#activities/index.ts";
import { givenPersons } from "#people/testing.ts";
import { browser, expectSound, PHONE, shoot } from "../harness/browser.ts";
import { choose, fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

/** One young man's whole way, on the pages as they are: his mother asks for help; two years of it in an hour, and he leads a chess group. */
const site = linli();
const { visitor } = browser();
const own = { himself: "", case: "", group: "" };
const HE = "白晓峰";
let team: Team;

beforeAll(async () => { team = await foundTeam(site); });

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);
const his = () => `${site.url}/pathways/people/${own.himself}`;
const card = (page: Page, name: string) => page.locator("section.card", { has: page.getByRole("link", { name }) });

/** A chess afternoon so many days ago; he was there. */
async function chessAfternoon(ago: number, role: "participant" | "volunteer"): Promise<void> {
  const door = await team.as("worker", ago);
  const { sessionIds: [sessionId] } = await createSeries(door, {
    name: "象棋下午", summary: "", kind: "other", startsOn: door.today, rule: "", fromMinute: 0, untilMinute: 1439, placeId: null, placeWords: "活动室", participants: 20, volunteers: 5, companions: 0, openTo: "staff", admission: "direct", closesHours: 0,
    rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] },
  });
  await addWalkIn(door, { sessionId: sessionId!, personId: own.himself, role });
}

/** He is asked and says yes; his worker agrees, a supervisor as another pair of eyes, and the step begins. */
async function askedAndAgreed(page: Page, step: string): Promise<void> {
  await page.goto(his());
  await page.getByRole("heading", { name: `下一步：${step}` }).waitFor();
  await page.locator('main [name="what"]').fill(`象棋小组：${step}`);
  await press(page, "问一问");
  await press(page, "愿意");
  await page.getByText("要责任社工先同意").waitFor();
  await press(page, "同意");
  await page.getByText("要督导先同意").waitFor();
  const supervisor = await enter("supervisor");
  await supervisor.goto(his());
  await press(supervisor, "同意");
  await supervisor.getByRole("button", { name: "现在开始" }).waitFor();
  await page.goto(his());
  await press(page, "现在开始");
  await page.getByText("已开始").first().waitFor();
}

async function partInGroup(page: Page, part: "helper" | "lead"): Promise<void> {
  await page.goto(`${site.url}${own.group}/members`);
  await card(page, HE).getByText("换角色…").click();
  await card(page, HE).locator('[name="part"]').selectOption(part);
  await card(page, HE).getByRole("button", { name: "换成" }).click();
}

test("his mother asks for help on an old phone; a worker opens his file and his case", async () => {
  const mother = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await mother.goto(`${site.url}/help/qingyun`);
  await choose(mother, "forWhom", "other");
  await fill(mother, { words: "儿子三年没有出门，只在手机上下棋。", askerName: "白妈妈", askerContact: "13900004444", community: "东里社区" });
  await press(mother, "提出求助");
  await mother.waitForURL("**/thanks**");

  const page = await enter("worker");
  await page.goto(`${site.url}/enquiries`);
  await page.getByRole("row", { name: /三年没有出门/ }).getByRole("link").first().click();
  await press(page, "我来接");
  await page.getByText("接下 · 林晓禾").waitFor();
  await page.locator("summary", { hasText: "建立居民档案" }).click();
  await page.locator("[name=name]").fill(HE);
  await page.getByRole("button", { name: "建档并接案" }).click();
  await page.waitForURL(/\/cases\/new\?/);
  own.himself = new URL(page.url()).searchParams.get("person")!;
  await page.locator("[name=words]").fill("妈妈求助：三年没有出门，爱下棋。");
  await page.getByRole("button", { name: "接案", exact: true }).click();
  await page.getByText("已接案。").waitFor();
  own.case = new URL(page.url()).pathname;
});

test("he comes to chess afternoons, and turns up among those who might be asked", async () => {
  for (const ago of [40, 33, 26]) await chessAfternoon(ago, "participant");
  const page = await enter("worker");
  await page.goto(`${site.url}/pathways/asks`);
  await page.getByRole("link", { name: HE }).waitFor();
  await page.goto(site.url + own.case);
  await page.getByText("象棋").first().waitFor();
});

test("asked to help, he agrees, and so do his worker and a supervisor; he helps at the door", async () => {
  const page = await enter("worker");
  await askedAndAgreed(page, "帮助别人");
  await chessAfternoon(0, "volunteer");
  await page.goto(his());
  await page.getByRole("heading", { name: "下一步：组织" }).waitFor();
  await expectSound(page);
});

test("a chess group is planned; he helps in it, then leads it", async () => {
  await givenPersons(await team.as("worker"), [{ name: "李安", birthOn: "1998-04-02", birthPrecision: "day" }]);
  const page = await enter("worker");
  await page.goto(`${site.url}/groups/new`);
  await page.locator('[name="name"]').fill("象棋小组");
  await page.locator('[name="kind"]').selectOption("mutual");
  await page.locator('[name="aim"]').fill("每人认识三位能说话的邻居");
  await press(page, "建小组");
  await page.getByRole("heading", { name: "象棋小组" }).waitFor();
  own.group = new URL(page.url()).pathname;
  for (const name of [HE, "李安"]) {
    await page.goto(`${site.url}${own.group}/members`);
    await page.locator('main [name="q"]').fill(name);
    await press(page, "查找");
    await page.getByRole("button", { name: "加入小组" }).click();
    await card(page, name).getByRole("button", { name: "同意写记录" }).click();
    await card(page, name).getByText("已同意").waitFor();
  }
  await partInGroup(page, "lead");
  await page.getByText("请先在“助人之路”里邀请").first().waitFor();
  await askedAndAgreed(page, "组织");
  await partInGroup(page, "helper");
  await card(page, HE).getByText("协助的人").first().waitFor();
  await askedAndAgreed(page, "带头");
  await partInGroup(page, "lead");
  await card(page, HE).getByText("带头的人").first().waitFor();
});

test("his file tells the whole way, from the first enquiry to leading; the ladder counts him", async () => {
  const page = await enter("worker");
  await page.goto(his());
  await page.getByText("已经走到最高的一步").waitFor();
  for (const step of ["得到帮助", "参加", "帮助别人", "组织", "带头"]) expect(await page.locator(".rungs").innerText()).toContain(step);
  await expectSound(page);
  await shoot(page, "chess-group-way");
  await page.goto(`${site.url}/people/${own.himself}`);
  await page.getByRole("link", { name: "象棋小组" }).first().waitFor();
  await page.goto(`${site.url}/pathways`);
  await page.getByRole("row", { name: /^带头/ }).getByRole("link").first().click();
  await page.getByRole("link", { name: HE }).waitFor();
});
