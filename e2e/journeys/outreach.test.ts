import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { addDays } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { choose, fill, fillDay, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { givenRegister, REGISTER_DAY } from "../harness/register.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const at = { segment: "", round: "", called: "", refused: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  await givenRegister(team, { outlines: true });
});

const worker = async () => team.enter(await visitor(), "worker");
const pathOf = (page: Page) => new URL(page.url()).pathname;
const sum = (numbers: readonly (string | null)[]) => numbers.reduce((all, each) => all + Number(each?.replaceAll(",", "")), 0);

/** The list behind the picture of places: communities, and their lanes. */
async function placesBehind(page: Page) {
  const rows = await page.locator("main .map-frame tbody tr").evaluateAll((all) => all.map((row) => [row.querySelector("th")?.textContent ?? "", row.querySelector("td")?.textContent ?? ""] as const));
  return { communities: rows.filter(([name]) => !name.includes(" · ")), lanes: rows.filter(([name]) => name.includes(" · ")) };
}

/** Opens the nth person of the round who is still to be reached. */
async function openMember(page: Page, index: number): Promise<string> {
  await page.goto(`${site.url}${at.round}?state=open`);
  await page.locator("#members tbody tr").nth(index).getByRole("link").first().click();
  await page.getByRole("heading", { name: "联系经过" }).waitFor();
  return pathOf(page);
}

/** Goes on to the next page of the interview. */
async function goOn(page: Page, to: string) {
  await press(page, "下一页");
  await page.waitForURL(`**/interview/${to}`);
}

test("long at home and 16 to 45 on the register's day: 105, by community and lane, as a map and as a list", async () => {
  const page = await worker();
  await page.goto(`${site.url}/segments`);
  await expectSound(page);
  await page.getByRole("link", { name: "用“长期居家，16–45 岁”开始" }).click();
  await page.waitForURL("**/segments/new**");
  await fillDay(page, "fixedDay", REGISTER_DAY);
  await expect.poll(() => page.locator(".segment-count .stat-value").innerText()).toBe("105");
  await expectSound(page);
  await press(page, "保存");
  await page.waitForURL(/segments\/[0-9a-f-]{36}$/);
  at.segment = pathOf(page);
  expect(await page.locator("dl.stat .stat-value").innerText()).toMatch(/^105/);
  const { communities, lanes } = await placesBehind(page);
  expect(communities.map(([name]) => name)).toHaveLength(8);
  expect(sum(communities.map(([, count]) => count))).toBe(105);
  expect(lanes.length).toBeGreaterThan(communities.length);
  const [name, count] = communities[0]!;
  await page.locator(".map-label", { hasText: name }).getByText(count, { exact: true }).waitFor();
  await expectSound(page);
  await shoot(page, "outreach-segment");
});

test("a place on the map opens its people", async () => {
  const page = await worker();
  await page.goto(site.url + at.segment);
  const { communities: [first] } = await placesBehind(page);
  const [name, count] = first!;
  await page.locator(".map-label", { hasText: name }).click();
  await page.getByRole("heading", { name: `名单：${name}` }).waitFor();
  expect(await page.locator("#people tbody tr").count()).toBe(Math.min(Number(count), 30));
});

test("a round gives the 105 to workers, after a look at who would get whom", async () => {
  const page = await worker();
  await page.goto(site.url + at.segment);
  await page.getByRole("link", { name: "开始一轮走访" }).click();
  await page.waitForURL("**/outreach/rounds/new**");
  await expectSound(page);
  await press(page, "定下名单");
  await page.waitForURL("**/assign");
  at.round = pathOf(page).replace("/assign", "");
  await choose(page, "how", "evenly");
  await press(page, "看看结果");
  await page.getByRole("heading", { name: "分配结果" }).waitFor();
  const given = await page.locator("main table tbody tr").evaluateAll((rows) => rows.map((row) => row.querySelectorAll("td, th")[1]!.textContent));
  expect(sum(given)).toBe(105);
  expect(given.toSorted()).toEqual(["52", "53"]);
  await expectSound(page);
  await shoot(page, "outreach-assign");
  await press(page, "确认分配");
  await page.getByText("已交给社工：105 人。").waitFor();
  expect(await page.locator("main").innerText()).toContain("共 105 人");
  await expectSound(page);
  await shoot(page, "outreach-round");
});

test("nobody answered: the next attempt has its day, and waits in the worklist", async () => {
  const page = await worker();
  at.called = await openMember(page, 0);
  await choose(page, "outcome", "no_answer");
  await fill(page, { note: "上午打的，响了很久" });
  await press(page, "记下");
  const { today } = await team.as("worker");
  await page.getByText(`已记下。 下次 ${formatDayOnly(addDays(today, 2), "zh", today)}`).waitFor();
  await page.getByText("上午打的，响了很久").waitFor();
  await expectSound(page);
  await shoot(page, "outreach-attempt");
  await page.goto(`${site.url}/outreach`);
  await page.getByText("今天要联系 52 人").waitFor(); // of the 53 given to her
  await expectSound(page);
});

test("reached at last: resident and carer are heard as two persons, each with needs, urgency, source and their own words", async () => {
  const page = await worker();
  await page.goto(site.url + at.called);
  await choose(page, "outcome", "reached");
  await press(page, "记下");
  await page.waitForURL("**/interview/talk");
  await choose(page, "present", "carer");
  await choose(page, "understanding", "with_support");
  await fill(page, { minutes: "40" });
  await expectSound(page);
  await goOn(page, "carer");
  await choose(page, "carer", "new");
  await fill(page, { name: "田秀兰", relation: "母亲", phone: "13900008888" });
  await page.locator('input[name="isGuardian"]').check({ force: true });
  for (const purpose of ["contact", "keep_data"]) await choose(page, `answer.${purpose}`, "given");
  await expectSound(page);
  await shoot(page, "outreach-carer");
  await goOn(page, "consent");
  await choose(page, "capacity", "guardian");
  for (const [purpose, answer] of [["contact", "given"], ["keep_data", "given"], ["share", "refused"], ["be_matched", "given"]] as const) await choose(page, `answer.${purpose}`, answer);
  await expectSound(page);
  await shoot(page, "outreach-consent");
  await goOn(page, "needs");
  for (const code of ["company.friend", "outing.access"]) await choose(page, "code", code);
  await expectSound(page);
  await goOn(page, "needs-words");
  await fill(page, { "words.company.friend": "想有个同岁的人一起下棋", "words.outing.access": "楼里没有电梯，四年没下过楼" });
  await choose(page, "priority.company.friend", "soon");
  await choose(page, "priority.outing.access", "urgent");
  await page.selectOption('[name="source.outing.access"]', "carer");
  await expectSound(page);
  await shoot(page, "outreach-words");
  await goOn(page, "carer-needs");
  await choose(page, "code", "relief.hours");
  await goOn(page, "carer-words");
  await fill(page, { "words.relief.hours": "想睡一个整觉" });
  await choose(page, "priority.relief.hours", "urgent");
  await expectSound(page);
  await goOn(page, "others");
  await fill(page, { "name.0": "鲁一鸣", "phone.0": "13900007777", "howKnown.0": "一起做康复" });
  await expectSound(page);
  await goOn(page, "close");
  await fill(page, { summary: "母子俩都愿意再谈。" });
  await goOn(page, "check");
  await page.getByText("四年没下过楼").waitFor();
  await expectSound(page);
  await shoot(page, "outreach-check");
  await press(page, "保存访谈记录");
  await page.getByText("访谈记录已保存。").waitFor();
  await expectSound(page);
  await shoot(page, "outreach-heard");
});

test("what was heard stands with the person who said it", async () => {
  const page = await worker();
  await page.goto(site.url + at.called);
  await page.getByRole("link", { name: "需求", exact: true }).last().click();
  await page.getByText("想有个同岁的人一起下棋").waitFor();
  const own = await page.locator("main").innerText();
  for (const words of ["有个同龄的朋友", "四年没下过楼", "很急", "照顾者"]) expect(own).toContain(words);
  expect(own).not.toContain("想睡一个整觉");
  await expectSound(page);
  await shoot(page, "outreach-needs");
  await page.goto(site.url + at.called);
  await page.getByRole("link", { name: "照顾者 · 需求" }).click();
  await page.getByText("想睡一个整觉").waitFor();
  const carers = await page.locator("main").innerText();
  expect(carers).toContain("田秀兰");
  expect(carers).not.toContain("四年没下过楼");
  await expectSound(page);
});

test("consents stand per purpose, with who answered and in which capacity", async () => {
  const page = await worker();
  await page.goto(`${site.url}/people/${at.called.split("/").at(-1)}/consents`);
  const facts = (await page.locator("main dl.facts").first().innerText()).replaceAll(/\s+/g, " ");
  expect(facts).toBe("联系 同意 保存资料 同意 与其他机构共享 拒绝 拍照 没问过 参加结对 同意");
  expect(await page.locator("main .timeline").innerText()).toContain("由监护人 田秀兰表示");
  await expectSound(page);
  await shoot(page, "outreach-consents");
});

test("the person they named joins the round, linked to who named them", async () => {
  const page = await worker();
  await page.goto(site.url + at.called);
  const link = page.getByRole("link", { name: "介绍了 鲁一鸣" });
  const named = (await link.getAttribute("href"))!;
  await page.goto(`${site.url}${at.round}${named}`);
  await page.getByRole("link", { name: /^由 .+ 介绍$/ }).waitFor();
  await page.getByText("不要说是谁介绍的").waitFor();
  await expectSound(page);
});

test("a refusal is respected: no number to ring, no further attempt, no next day", async () => {
  const page = await worker();
  at.refused = await openMember(page, 3);
  await choose(page, "outcome", "refused_for_good");
  await press(page, "记下");
  await page.getByText("说过不要再联系，所以不显示电话。").waitFor();
  expect(await page.locator("main form").filter({ has: page.locator('[name="outcome"]') }).count()).toBe(0);
  expect(await page.getByRole("link", { name: "写访谈记录" }).count()).toBe(0);
  expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
  expect(await page.locator("main").innerText()).not.toContain("下次联系");
  await expectSound(page);
  await shoot(page, "outreach-refused");
  await page.goto(`${site.url}${at.segment}`);
  await page.getByRole("link", { name: "开始一轮走访" }).click();
  await press(page, "定下名单");
  await page.waitForURL("**/assign");
  await page.goto(page.url().replace("/assign", ""));
  expect(await page.locator("main").innerText()).toMatch(/说过不要再联系 1 人/);
});

test("outreach is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS.slice(1)) {
    const context = await visitor(look);
    await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
    const page = await team.enter(context, "worker");
    for (const [name, path] of Object.entries({ segment: at.segment, round: at.round, member: at.called, worklist: "/outreach" })) {
      expect((await page.goto(site.url + path))!.status(), path).toBe(200);
      await expectSound(page);
      await shoot(page, `outreach-${name}-${look.name}`);
    }
  }
});
