import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { listBadges, passOfBadge } from "#badges/index.ts";
import { givenGroup } from "#groups/testing.ts";
import { foundTeam as foundNeighbours } from "#teams/index.ts";
import { aTeam } from "#teams/testing.ts";
import { givenProgramme, givenServing } from "#volunteering/testing.ts";
import { browser, expectSound, LOOKS, PHONE, shoot, type Look } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  const coordinator = await team.as("coordinator");
  await givenGroup(worker, [], { name: "象棋小组" });
  await foundNeighbours(worker, aTeam(worker, { name: "象棋邻里队" }));
  const both = { ...coordinator, actor: { ...coordinator.actor, capabilities: new Set([...coordinator.actor.capabilities, "people.write"]) } };
  await givenServing(both, await givenProgramme(both), "向琪");
});

const enter = async (key: string, look: Look = LOOKS[0]!, more = {}): Promise<Page> => team.enter(await visitor(look, more), key);

test("one search finds people, volunteers, groups and teams by two characters or pinyin, by keys alone", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/teams`);
  await page.getByRole("heading", { name: "邻里互助队", exact: true }).waitFor();
  const field = page.getByRole("dialog").getByRole("searchbox");
  await expect.poll(async () => { if (await page.getByRole("dialog").count() === 0) await page.keyboard.press("/"); return field.isVisible(); }).toBe(true);
  await field.fill("");
  await field.pressSequentially("xiangq");
  const hit = (name: string) => page.getByRole("option").filter({ hasText: name });
  for (const name of ["象棋小组", "象棋邻里队"]) await hit(name).waitFor();
  await expect.poll(() => hit("向琪").count()).toBe(2);
  await expectSound(page);
  await shoot(page, "search-palette");
  await expect.poll(async () => { await page.keyboard.press("ArrowDown"); return hit("象棋小组").getAttribute("data-focused"); }).toBe("true");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "象棋小组" }).waitFor();
});

test("the search is a page too, whole without script, and tells a coordinator nothing of another worker's group", async () => {
  const page = await enter("coordinator", PHONE, { javaScriptEnabled: false });
  await page.goto(`${site.url}/search?q=${encodeURIComponent("象棋")}`);
  await page.getByRole("link", { name: "象棋邻里队" }).waitFor();
  expect(await page.getByText("象棋小组").count()).toBe(0);
  await page.locator('input[name="q"]').fill("没有这个");
  await page.locator('input[name="q"]').press("Enter");
  await page.getByText("没有找到“没有这个”").waitFor();
  const drawn = await enter("coordinator", PHONE);
  await drawn.goto(`${site.url}/search?q=xiangq`);
  await drawn.getByRole("link", { name: "象棋邻里队" }).waitFor();
  await expectSound(drawn);
  await shoot(drawn, "search");
});

test("? lays the keys over the page, never while writing; the same list is a page without script", async () => {
  const page = await enter("coordinator");
  await page.goto(`${site.url}/volunteers`);
  const list = page.getByRole("dialog", { name: "快捷键" });
  await expect.poll(async () => { if (!(await list.isVisible())) await page.keyboard.press("?"); return list.isVisible(); }).toBe(true);
  await list.getByText("锁定或解除").waitFor();
  await expectSound(page);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  const field = page.locator('main input[name="q"]').first();
  await field.pressSequentially("?");
  expect(await field.inputValue()).toBe("?");
  expect(await list.isVisible()).toBe(false);
  const plain = await enter("worker", PHONE, { javaScriptEnabled: false });
  await plain.goto(`${site.url}/keyboard`);
  await plain.getByText("查找人、活动、小组、队伍，前往页面").waitFor();
  await page.goto(`${site.url}/keyboard`);
  await page.getByText("查找人、活动、小组、队伍，前往页面").waitFor();
  await expectSound(page);
  await shoot(page, "keyboard");
});

test("a coordinator prints a badge and withdraws it; whoever scans it is told whether it is good, without script and without a name", async () => {
  const page = await enter("coordinator");
  await page.goto(`${site.url}/badges`);
  await page.getByText("还没有印过").waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/badges/new`);
  await page.locator('select[name="of"]').selectOption({ label: "社区老友 · 志愿者项目" });
  await press(page, "看名单");
  await page.getByText("还没有勾人").waitFor();
  await page.getByLabel("向琪").check();
  await page.getByText("一共 1 张。").waitFor();
  await expectSound(page);
  await shoot(page, "badges-new");
  await press(page, "生成证件");
  await page.getByRole("heading", { name: "这次印的 1 张" }).waitFor();
  await expectSound(page);
  await shoot(page, "badges-print");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "打印（PDF）" }).click()]);
  expect((await readFile((await file.path())!)).subarray(0, 5).toString()).toBe("%PDF-");
  const coordinator = await team.as("coordinator");
  const { rows: [badge] } = await listBadges(coordinator);
  const stranger = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  const scan = `${site.url}/badge/qingyun/${passOfBadge(coordinator.keys, badge!.id)}`;
  await stranger.goto(scan);
  await stranger.getByText("持证人今天在这家机构服务").waitFor();
  expect(await stranger.content()).not.toContain("向琪");
  await page.getByText("收回…").click();
  await press(page, "收回这张");
  await page.getByText(/收回：丢失/).waitFor();
  await stranger.goto(scan);
  await stranger.getByText("持证人现在不代表这家机构").waitFor();
  await shoot(stranger, "badge-check");
});
