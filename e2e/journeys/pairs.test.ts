import { beforeAll, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { seedVolunteers } from "#app/demo/demo-volunteers.ts";
import { logVisit } from "#visits/index.ts";
import { browser, expectSound, LOOKS, PHONE, shoot } from "../harness/browser.ts";
import { choose, fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { givenWishes } from "../harness/programme.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const OLD_WORDS = "他说起妈妈住院的事，哭了一会儿";
const at = { round: "", pair: "", resident: "", follower: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  const { programmeId } = await seedVolunteers(team);
  await givenWishes(team, programmeId, 16);
});

const organiser = async () => team.enter(await visitor(), "coordinator");
const pathOf = (page: Page) => new URL(page.url()).pathname;
const idIn = (path: string) => path.split("/").at(-1)!;
/** Each proposal is called by its two names. */
const namesOf = (page: Page) => page.locator("article.facing").evaluateAll((cards) => cards.map((card) => card.getAttribute("aria-label") ?? ""));
const card = (page: Page, names: string): Locator => page.locator(`article.facing[aria-label="${names}"]`);

async function openRound(page: Page) {
  await page.goto(site.url + at.round);
  await page.locator("article.facing").first().waitFor();
}

/** Has the round computed by its job and comes back to the answer; a second time what would change is shown first, and adopted. */
async function compute(page: Page, button: string) {
  await press(page, button);
  await page.waitForURL("**/jobs/**");
  await page.getByRole("link", { name: "查看结果" }).click();
  if (button === "重新计算") {
    await page.getByRole("heading", { name: "重新计算会这样改变" }).waitFor();
    await expectSound(page);
    await shoot(page, "pairs-changes");
    await press(page, "采用这个结果");
  }
  await page.waitForURL(`**${at.round}`);
  await page.locator("article.facing").first().waitFor();
}

/** Opens a pair and notes its next step. */
async function step(page: Page, name: string, then: string) {
  await press(page, name);
  await page.locator(".page-header").getByText(then, { exact: true }).waitFor();
}

async function bothAgree(page: Page) {
  for (const side of ["居民", "志愿者"]) {
    await page.locator("form", { has: page.getByRole("heading", { name: `${side}的答复` }) }).getByRole("button", { name: "同意", exact: true }).click();
    await page.getByText(`${side}同意`).waitFor();
  }
}

test("a round begins with sixteen residents and the service team's fifteen; its rules and weights are shown and changed", async () => {
  const page = await organiser();
  await page.goto(`${site.url}/matching`);
  await page.getByText("16 位居民在等老友").waitFor();
  await expectSound(page);
  await press(page, "开始一轮结对");
  await page.waitForURL(/matching\/[0-9a-f-]{36}$/);
  at.round = pathOf(page);
  await page.getByText("16 位居民 · 15 位志愿者").or(page.getByText("还没有计算")).first().waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "条件与人员" }).click();
  await page.getByRole("button", { name: "保存条件与人员" }).waitFor();
  expect(await page.locator('input[name="hardRules"]').count()).toBe(9);
  expect(await page.locator('input[name="hardRules"]:checked').count()).toBeGreaterThan(6);
  await fill(page, { maxAgeGapYears: "12", "weight-interests": "40" });
  await expectSound(page);
  await shoot(page, "pairs-settings");
  await press(page, "保存条件与人员");
  await page.waitForURL(`**${at.round}`);
  await page.goto(`${site.url}${at.round}/settings`);
  expect(await page.inputValue('[name="maxAgeGapYears"]')).toBe("12");
  expect(await page.inputValue('[name="weight-interests"]')).toBe("40");
});

test("its job proposes 15 pairs with their reasons, and says why not of the sixteenth, with the smallest change", async () => {
  const page = await organiser();
  await page.goto(site.url + at.round);
  await compute(page, "计算结对");
  const names = await namesOf(page);
  expect(names).toHaveLength(15);
  expect(new Set(names.flatMap((each) => each.split(" · "))).size).toBe(30);
  await page.getByRole("heading", { name: "15 对建议，1 人暂无合适老友" }).waitFor();
  await page.getByText("已证明最优").waitFor();
  const first = await card(page, names[0]!).innerText();
  for (const part of ["为什么是他们", "时间", "路程", "年龄", "爱好", "语言"]) expect(first).toContain(part);
  const why = page.locator(".card", { hasText: "暂无合适老友" }).last();
  expect(await why.innerText()).toMatch(/合适的志愿者名额已满[\s\S]*最小的改变：若.+结对/);
  await expectSound(page);
  await shoot(page, "pairs-review");
});

test("a locked pair stays, a forbidden one never comes back, and the good ones are kept when it runs again", async () => {
  const page = await organiser();
  await openRound(page);
  const before = await namesOf(page);
  const [locked, forbiddenNames] = before as [string, string];
  await card(page, locked).getByRole("button", { name: "锁定" }).click();
  await card(page, locked).getByRole("button", { name: "解除锁定" }).waitFor();
  const forbidden = card(page, forbiddenNames);
  await forbidden.getByText("不宜结对…").click();
  await forbidden.getByRole("button", { name: "标为不宜结对" }).click();
  await page.getByText("请写明原因。").first().waitFor();
  await forbidden.getByRole("textbox", { name: "原因" }).fill("两家以前有过争执");
  await expectSound(page);
  await forbidden.getByRole("button", { name: "标为不宜结对" }).click();
  await page.waitForLoadState("networkidle");
  await compute(page, "重新计算");
  const after = await namesOf(page);
  expect(after).toHaveLength(15);
  expect(after).toContain(locked);
  expect(after).not.toContain(forbiddenNames);
  expect(after.filter((each) => before.includes(each)).length).toBeGreaterThan(10); // the chain that makes up for the forbidden pair is short
  await expectSound(page);
});

test("who is in is found by name and placement; a print of the proposals and a CSV lie beside the workbook", async () => {
  const page = await organiser();
  await page.goto(`${site.url}${at.round}/members?side=helper&standing=out`);
  await page.getByRole("heading", { name: "参加的人" }).waitFor();
  await expectSound(page);
  await shoot(page, "pairs-members");
  const first = page.locator("table.data tbody tr").first();
  const name = (await first.getByRole("rowheader").innerText()).trim();
  await first.getByRole("checkbox").check();
  await press(page, "选中的参加");
  await page.getByRole("rowheader", { name, exact: true }).waitFor({ state: "detached" });
  await page.goto(`${site.url}${at.round}/members?side=helper&standing=in&q=${encodeURIComponent(name)}`);
  await page.locator("table.data tbody tr").first().getByRole("checkbox").check();
  await press(page, "选中的不参加");
  await page.getByText("没有符合的人").waitFor();
  await page.goto(`${site.url}${at.round}/print`);
  await page.getByRole("button", { name: "打印" }).waitFor();
  await expectSound(page);
  const csv = await page.request.get(`${site.url}${at.round}/export?as=csv`);
  expect([csv.status(), ...(await csv.text()).split("\r\n").slice(0, 2)]).toEqual([200, "\uFEFF建议", "居民,居民社区,志愿者,志愿者社区,合适程度,状态,理由"]);
});

test("proposals that fit are accepted together after a look, and taken back", async () => {
  const page = await organiser();
  await page.goto(`${site.url}${at.round}?show=undecided`);
  await page.getByText("一起接受…").first().click();
  await page.locator('[name="fit"]').fill("0");
  await page.getByRole("button", { name: "一起接受…" }).click();
  await page.waitForURL("**/accept?**");
  const button = page.getByRole("button", { name: /接受这 \d+ 对/ });
  const count = Number(/\d+/.exec(await button.innerText())![0]);
  expect(await page.locator("table.data tbody tr").count()).toBe(count);
  await expectSound(page);
  await shoot(page, "pairs-together");
  await button.click();
  await page.getByText(`已接受 ${count} 对`).waitFor();
  await expectSound(page);
  await shoot(page, "pairs-together-done");
  await page.getByRole("button", { name: `撤回刚才的 ${count} 对` }).click();
  await page.getByText(`已撤回 ${count} 对`).waitFor();
  expect(await page.locator("table.data tbody tr").count()).toBe(count);
});

test("what a drop-out would change is shown and left; a drill names the gap and cannot be adopted", async () => {
  const page = await organiser();
  await openRound(page);
  const before = await namesOf(page);
  await card(page, before[2]!).getByText("如果…会怎样").click();
  await card(page, before[2]!).getByRole("button", { name: /退出$/ }).click();
  await page.waitForURL("**/jobs/**");
  await page.getByRole("link", { name: "查看结果" }).click();
  await page.getByRole("heading", { name: "退出之后会这样改变" }).waitFor();
  await page.getByText(before[2]!.split(" · ")[1]!).first().waitFor();
  await expectSound(page);
  await shoot(page, "pairs-drop-out");
  await page.getByRole("link", { name: "不采用，回去" }).click();
  await page.waitForURL(`**${at.round}`);
  await page.locator("article.facing").first().waitFor();
  expect(await namesOf(page)).toEqual(before);
  await page.getByRole("link", { name: "演练" }).click();
  await page.locator('[name="percent"]').fill("30");
  await expectSound(page);
  await press(page, "开始演练");
  await page.waitForURL("**/jobs/**");
  await page.getByRole("link", { name: "查看结果" }).click();
  await page.getByText(/\d+ 位居民会没有老友，分布在/).waitFor();
  expect(await page.getByRole("button", { name: "采用这个结果" }).count()).toBe(0);
  await expectSound(page);
  await shoot(page, "pairs-drill");
});

test("the review is filtered by state and by initials, and seen on a map", async () => {
  const page = await organiser();
  await page.goto(`${site.url}${at.round}?show=locked`);
  expect(await namesOf(page)).toHaveLength(1);
  const [names] = await namesOf(page);
  await page.goto(`${site.url}${at.round}?q=${encodeURIComponent(names!.split(" · ")[0]!)}`);
  expect(await namesOf(page)).toEqual([names]);
  await expectSound(page);
  await page.goto(`${site.url}${at.round}?order=weakest`);
  const fits = await page.locator("article.facing b", { hasText: "合适程度" }).allInnerTexts();
  const values = fits.map((text) => Number(/\d+/.exec(text)![0]));
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  await page.goto(`${site.url}${at.round}?show=left`);
  await page.getByText("暂无合适老友").last().waitFor();
  await page.goto(`${site.url}${at.round}/map`);
  await page.getByRole("heading", { name: "哪里再招一位最有用" }).waitFor();
  await expectSound(page);
  await shoot(page, "pairs-map");
});

test("the organiser overrides a proposal with a reason; both sides are asked", async () => {
  const page = await organiser();
  await openRound(page);
  const [one, other] = (await namesOf(page)).slice(-2) as [string, string];
  const [resident, helper] = [one.split(" · ")[0]!, other.split(" · ")[1]!];
  const chosen = card(page, one);
  await chosen.getByText("换一位").click();
  await chosen.locator("details[open] select").selectOption({ label: helper });
  await chosen.locator("details[open] input[name=reason]").fill("两人是中学同学");
  await chosen.getByRole("button", { name: "用这一位，征求双方意愿" }).click();
  await page.getByText("已征求意愿").first().waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/pairs?show=coming`);
  const row = page.getByRole("row", { name: new RegExp(resident) });
  expect(await row.innerText()).toContain(helper);
  await expectSound(page);
});

test("the review is walked by keyboard: J and K move, L locks, A accepts, F asks why not, ? shows the keys", async () => {
  const page = await organiser();
  await openRound(page);
  const focused = () => page.evaluate(() => document.activeElement?.querySelector("article")?.getAttribute("aria-label") ?? null);
  const names = await namesOf(page);
  // K at the first card stays there, so it may be pressed until the page listens.
  const toTheFirst = () => expect.poll(async () => { await page.keyboard.press("k"); return focused(); }).toBe(names[0]);
  await toTheFirst();
  await expect.poll(async () => { await page.keyboard.press("k"); await page.keyboard.press("j"); return focused(); }).toBe(names[1]);
  await page.keyboard.press("l");
  await card(page, names[1]!).getByRole("button", { name: "解除锁定" }).waitFor();
  await toTheFirst();
  const field = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name);
  await expect.poll(async () => { if (await field() !== "reason") await page.keyboard.press("f"); return field(); }).toBe("reason");
  await page.keyboard.type("jk");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("jk");
  await openRound(page);
  await toTheFirst();
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("接受，征求双方意愿").waitFor();
  await expectSound(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await toTheFirst();
  await page.keyboard.press("a");
  await card(page, names[0]!).getByText("已征求意愿").waitFor();
  await shoot(page, "pairs-decided");
  await card(page, names[0]!).getByRole("link", { name: "打开这一对" }).click();
  await page.getByRole("heading", { name: names[0]!.replace(" · ", " 和 ") }).waitFor();
  [at.pair, at.resident] = [pathOf(page), names[0]!.split(" · ")[0]!];
  await expectSound(page);
});

test("both sides are asked, and one may decline: another friend is offered, the reserve first", async () => {
  const page = await organiser();
  await openRound(page);
  const [names] = (await namesOf(page)).slice(2, 3);
  await card(page, names!).getByRole("button", { name: "接受，征求双方意愿" }).click();
  await card(page, names!).getByRole("link", { name: "打开这一对" }).click();
  await page.getByRole("heading", { name: "居民的答复" }).waitFor();
  await page.locator("form", { has: page.getByRole("heading", { name: "居民的答复" }) }).getByRole("button", { name: "同意", exact: true }).click();
  await page.getByText("居民同意").waitFor();
  const asked = page.locator("form", { has: page.getByRole("heading", { name: "志愿者的答复" }) });
  await asked.locator('[name="words"]').fill("这学期要实习");
  await asked.getByRole("button", { name: "不同意" }).click();
  await page.getByText("志愿者不同意").waitFor();
  await page.getByRole("heading", { name: "找新的老友" }).waitFor();
  const options = await page.locator('select[name="helperId"] option').allInnerTexts();
  expect(options.filter((each) => each.endsWith("储备"))).toHaveLength(13);
  expect(options[1]).toMatch(/储备$/);
  await expectSound(page);
  await shoot(page, "pairs-declined");
});

test("from yes to yes: introduction, active, pause, end with a reason", async () => {
  const page = await organiser();
  await page.goto(site.url + at.pair);
  await bothAgree(page);
  await step(page, "已经介绍见面", "已见面");
  await expectSound(page);
  await step(page, "正式结对", "结对中");
  const coordinator = await team.as("coordinator");
  await logVisit(coordinator, { pairId: idIn(at.pair), happenedOn: coordinator.today, minutes: 60, mode: "home", mood: "fair", words: OLD_WORDS });
  await page.locator("summary", { hasText: "暂停" }).click();
  await step(page, "暂停", "暂停");
  await expectSound(page);
  await step(page, "恢复见面", "结对中");
  await page.locator("summary", { hasText: "结束这一对" }).click();
  await page.getByLabel("为什么结束").selectOption({ label: "志愿者的意愿" });
  await step(page, "结束这一对", "已结束");
  const told = await page.locator("main .timeline").innerText();
  for (const each of ["提出建议", "介绍见面", "正式结对", "暂停", "恢复", "结束", "志愿者的意愿"]) expect(told).toContain(each);
  await expectSound(page);
  await shoot(page, "pairs-ended");
});

test("a friend from the reserve follows, once placed in the service team, with agreement and consent signed", async () => {
  const page = await organiser();
  await page.goto(site.url + at.pair);
  const reserve = page.locator('select[name="helperId"] option', { hasText: "储备" }).first();
  await page.locator('select[name="helperId"]').selectOption((await reserve.getAttribute("value"))!);
  await press(page, "请这一位接替，征求双方意愿");
  await page.getByText("志愿者还在储备里").waitFor();
  at.follower = pathOf(page);
  expect(at.follower).not.toBe(at.pair);
  await expectSound(page);
  await shoot(page, "pairs-follower");
  const person = page.locator("dl.facts a[href^='/people/']").last();
  await team.join("newcomer", await person.innerText(), "volunteer", idIn((await person.getAttribute("href"))!));
  await page.getByRole("link", { name: "打开志愿者" }).click();
  await page.getByRole("link", { name: "考核编队" }).first().click();
  await choose(page, "outcome", "service_team");
  await press(page, "保存考核结果");
  for (const each of ["服务协议", "知情同意"]) {
    await page.getByRole("row", { name: new RegExp(each) }).getByRole("link", { name: "签署" }).click();
    await choose(page, "answer", "signed");
    await expectSound(page);
    await press(page, "保存");
    await page.getByRole("heading", { name: "准入进度" }).waitFor();
  }
  await page.goto(site.url + at.follower);
  expect(await page.locator("main").innerText()).not.toContain("志愿者还");
  await bothAgree(page);
  await step(page, "已经介绍见面", "已见面");
  await step(page, "正式结对", "结对中");
});

test("the new friend never sees what the old one wrote", async () => {
  const page = await team.enter(await visitor(PHONE), "newcomer", { strong: false });
  await page.goto(`${site.url}/my-pairs`);
  await page.locator(`main a[href='/my-pairs/${idIn(at.follower)}']`).first().click();
  await page.getByRole("heading", { name: at.resident, level: 1 }).waitFor();
  expect(await page.locator("body").innerText()).not.toContain(OLD_WORDS);
  expect(await page.content()).not.toContain(OLD_WORDS);
  await expectSound(page);
  await shoot(page, "pairs-newcomer-phone");
  expect((await page.goto(`${site.url}/my-pairs/${idIn(at.pair)}`))!.status()).toBe(404);
  expect((await page.goto(`${site.url}/pairs/${idIn(at.pair)}`))!.status()).toBe(403);
});

test("matching is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS.slice(1)) {
    const context = await visitor(look);
    await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
    const page = await team.enter(context, "coordinator");
    for (const [name, path] of Object.entries({ review: at.round, pair: at.follower, pairs: "/pairs", settings: `${at.round}/settings`, members: `${at.round}/members?side=helper`, together: `${at.round}/accept?fit=0`, print: `${at.round}/print` })) {
      expect((await page.goto(site.url + path))!.status(), path).toBe(200);
      await expectSound(page);
      await shoot(page, `pairs-${name}-${look.name}`);
    }
  }
});
