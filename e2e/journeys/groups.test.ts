import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { givenCase } from "#casework/testing.ts";
import { wordsOfDocx, wordsOfPdf } from "#documents/testing.ts";
import { givenPersons } from "#people/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const own = { himself: "", group: "", session: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  await team.join("other", "方文", "worker");
  const worker = await team.as("worker");
  const [himself] = await givenPersons(worker, ["白晓峰", "李安"].map((name) => ({ name, birthOn: "1999-04-02", birthPrecision: "day" as const })));
  own.himself = himself!;
  const colleague = await team.as("other" as "worker", 20);
  await givenCase(colleague, himself!, { openedOn: colleague.today });
});

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);
const pathOf = (page: Page) => new URL(page.url()).pathname;
/** A member's card, by their name. */
const cardOf = (page: Page, name: string) => page.locator("section.card", { has: page.getByRole("link", { name }) });

async function join(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}${own.group}/members`);
  await page.locator('main [name="q"]').fill(name);
  await press(page, "查找");
  await page.getByRole("button", { name: "加入小组" }).click();
  await cardOf(page, name).getByRole("button", { name: "同意写记录" }).click();
  await cardOf(page, name).getByText("已同意").waitFor();
}

test("a worker plans a group, takes two people in with their consent, and begins", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/groups`);
  await page.getByText("还没有小组").waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/groups/new`);
  await page.locator('[name="name"]').fill("象棋小组");
  await page.locator('[name="kind"]').selectOption("mutual");
  await page.locator('[name="aim"]').fill("每人认识三位能说话的邻居");
  await expectSound(page);
  await press(page, "建小组");
  await page.getByRole("heading", { name: "象棋小组" }).waitFor();
  own.group = pathOf(page);
  await press(page, "进入形成期");
  await page.getByText("至少有两位组员才能开始").first().waitFor();
  await join(page, "白晓峰");
  await join(page, "李安");
  await expectSound(page);
  await page.goto(site.url + own.group);
  await press(page, "进入形成期");
  await page.getByRole("button", { name: "进入转折期" }).waitFor();
});

test("a session is planned and written up: who came, what was seen; the picture shows it", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}${own.group}/plan`);
  await page.locator('[name="aim"]').fill("互相认识");
  await press(page, "保存计划");
  await page.getByRole("heading", { name: "谁来了" }).waitFor();
  own.session = pathOf(page);
  await expectSound(page);
  await page.locator('[name^="part."]').first().selectOption("4");
  await page.locator('[name^="seen."]').first().fill("教人走马");
  await page.locator('[name="happened"]').fill("名字写在棋子上，下了三盘。");
  await page.getByLabel("信任").check();
  await press(page, "保存记录");
  await page.getByText("名字写在棋子上").first().waitFor();
  await page.getByText("教人走马").first().waitFor();
  await page.goto(site.url + own.group);
  await page.getByRole("heading", { name: "组员的变化" }).waitFor();
  await expectSound(page);
  await shoot(page, "groups-group");
});

test("from the group, a session and a member to their forms: a PDF and a Word file that hold what the pages hold; the template is the organisation's", async () => {
  const page = await enter("worker");
  const taken = async (button: string) => {
    const words: string[] = [];
    for (const [format, read] of [["PDF", wordsOfPdf], ["Word", wordsOfDocx]] as const) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `${button} ${format}` }).click()]);
      expect(download.suggestedFilename()).toMatch(/^group_[a-z]+(-1)?-\d{4}-\d\d-\d\d\.(pdf|docx)$/);
      words.push(await read(await readFile(await download.path())));
    }
    return words;
  };
  await page.goto(site.url + own.group);
  await page.getByRole("link", { name: "制作文书" }).click();
  await page.getByRole("button", { name: "小组工作计划书 PDF" }).waitFor();
  await expectSound(page);
  for (const words of await taken("小组工作计划书")) for (const word of ["象棋小组", "每人认识三位能说话的邻居", "白晓峰", "互相认识"]) expect(words).toContain(word);
  for (const words of await taken("小组总结（结案）报告")) for (const word of ["出席率", "李安", "小组的经过"]) expect(words).toContain(word);
  await page.goto(site.url + own.session);
  await page.getByRole("link", { name: "计划与记录表" }).click();
  await page.getByRole("button", { name: "单节计划与过程记录 PDF" }).waitFor();
  for (const words of await taken("单节计划与过程记录")) for (const word of ["第1节", "名字写在棋子上", "教人走马", "信任"]) expect(words).toContain(word);
  await page.goto(`${site.url}${own.group}/members`);
  await page.getByRole("link", { name: "评估表 李安" }).click();
  await page.getByRole("button", { name: "小组成员评估表 PDF" }).waitFor();
  expect(await page.getByLabel("哪一位组员").locator("option:checked").innerText()).toBe("李安");
  for (const words of await taken("小组成员评估表")) {
    expect(words).toContain("李安");
    expect(words).not.toContain("白晓峰");
  }
  await page.reload();
  await page.getByText("小组成员评估表 · 李安 · PDF").waitFor();
  await page.getByText("单节计划与过程记录 · 第 1 节 · Word").waitFor();
  await shoot(page, "groups-documents");
  await page.goto(`${site.url}/documents/group_plan`);
  await page.getByText("每人认识三位能说话的邻居").first().waitFor();
  await expectSound(page);
});

test("he who is served leads the group only after his worker and a supervisor agreed; then his path shows it", async () => {
  const page = await enter("worker");
  const lead = async () => {
    await page.goto(`${site.url}${own.group}/members`);
    await cardOf(page, "白晓峰").getByText("换角色…").click();
    await cardOf(page, "白晓峰").locator('[name="part"]').selectOption("lead");
    await cardOf(page, "白晓峰").getByRole("button", { name: "换成" }).click();
  };
  await lead();
  await page.getByText("请先在“助人之路”里邀请").first().waitFor();
  const path = `${site.url}/pathways/people/${own.himself}`;
  for (const step of ["帮助别人", "组织", "带头"]) {
    if (step !== "帮助别人") await helpInGroup(page, step === "组织");
    await page.goto(path);
    await page.getByRole("heading", { name: `下一步：${step}` }).waitFor();
    await page.locator('main [name="what"]').fill(`象棋小组：${step}`);
    await press(page, "问一问");
    await press(page, "愿意");
    await page.getByText("要责任社工先同意").waitFor();
    const other = await enter("other");
    await other.goto(path);
    await press(other, "同意");
    await other.getByText("要督导先同意").waitFor();
    const supervisor = await enter("supervisor");
    await supervisor.goto(path);
    await press(supervisor, "同意");
    await supervisor.getByRole("button", { name: "现在开始" }).waitFor();
    await page.goto(path);
    await press(page, "现在开始");
    await page.getByText("已开始").first().waitFor();
  }
  await lead();
  await cardOf(page, "白晓峰").getByText("带头的人").first().waitFor();
  await page.goto(path);
  await page.getByText("已经走到最高的一步").waitFor();
  expect(await page.locator(".rungs").innerText()).toContain("小组");
  await expectSound(page);
});

/** After he was asked to help, the worker gives him that part in the group; organising is written down by itself. */
async function helpInGroup(page: Page, first: boolean): Promise<void> {
  if (!first) return;
  await page.goto(`${site.url}${own.group}/members`);
  await cardOf(page, "白晓峰").getByText("换角色…").click();
  await cardOf(page, "白晓峰").locator('[name="part"]').selectOption("helper");
  await cardOf(page, "白晓峰").getByRole("button", { name: "换成" }).click();
  await cardOf(page, "白晓峰").getByText("协助的人").first().waitFor();
}

test("a colleague sees that there is a group, but not what was said in it; a supervisor does", async () => {
  const page = await enter("other");
  await page.goto(`${site.url}/groups`);
  await page.getByRole("link", { name: "象棋小组" }).waitFor();
  expect((await page.goto(site.url + own.group))?.status()).toBe(403);
  expect((await page.goto(site.url + own.session))?.status()).toBe(403);
  expect((await page.goto(`${site.url}/documents${own.group.replace("groups", "group")}`))?.status()).toBe(403);
  await page.goto(`${site.url}/people/${own.himself}`);
  await page.getByText("象棋小组").first().waitFor();
  const supervisor = await enter("supervisor");
  await supervisor.goto(site.url + own.session);
  await supervisor.getByText("教人走马").first().waitFor();
});

test("before the end everybody is asked; then it closes with a day for the follow-up", async () => {
  const page = await enter("worker");
  await page.goto(site.url + own.group);
  for (const stage of ["转折期", "成熟期", "结束期"]) await press(page, `进入${stage}`);
  await page.getByText("结束小组…").click();
  await page.locator('details[open] [name="words"]').fill("目标基本达到");
  await press(page, /^结束小组$/);
  await page.getByText("还有组员没有问过结束时的感受").first().waitFor();
  for (const name of ["白晓峰", "李安"]) {
    await page.goto(`${site.url}${own.group}/members`);
    await cardOf(page, name).getByText("记下感受…").click();
    await cardOf(page, name).locator('[name="moment"]').selectOption("after");
    await cardOf(page, name).locator('[name="value"]').fill("7");
    await cardOf(page, name).getByRole("button", { name: "记下" }).click();
    await cardOf(page, name).getByText("结束时 7").waitFor();
  }
  await page.goto(site.url + own.group);
  await expect.poll(() => page.locator('details[open] [name="words"]').inputValue()).toBe("目标基本达到"); // begun before, found again unfolded
  await page.locator('details[open] [name="words"]').fill("目标基本达到，两位约好每周再下");
  await page.locator('details[open] [name="followUpOn"]').fill("2099-01-06");
  await press(page, /^结束小组$/);
  await page.getByText("约好 2099年1月6日 跟进").waitFor();
  await expectSound(page);
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await team.enter(await visitor(look), "worker");
    for (const path of ["/groups", "/groups/new", own.group, `${own.group}/members`, `${own.group}/plan`, own.session, `/documents${own.group.replace("groups", "group")}`, "/documents/group_session"]) {
      await page.goto(site.url + path);
      await page.locator("h1").waitFor();
      await expectSound(page);
    }
  }
});
