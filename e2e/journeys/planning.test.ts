import { beforeAll, expect, test } from "vitest";
import { givenNeed } from "#casework/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { givenSettledPlan } from "#planning/testing.ts";
import { browser, expectSound, PHONE } from "../harness/browser.ts";
import { choose, fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
let personId = "";
let plan = "";

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  personId = await givenPerson(worker, { name: "白桂兰", birthOn: "1990-03-04" });
  await givenNeed(worker, personId, { words: "想有人一起出门", heardOn: worker.today });
});

test("a plan is written with the person: what matters, a goal on five levels for a need, steps of two people; settled and signed by drawing", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(`${site.url}/people/${personId}`);
  await page.getByRole("main").getByRole("link", { name: "支持计划", exact: true }).click();
  await page.waitForURL(/\/plans\/of\//);
  await expectSound(page);
  await fill(page, { about: "想出去看看，有自己的朋友" });
  await press(page, "开始写");
  await page.waitForURL(/\/draft$/);
  plan = page.url().replace("/draft", "");
  await expectSound(page);
  await page.getByRole("link", { name: "加一个目标" }).click();
  await page.waitForURL(/draft\/goal/);
  await expectSound(page);
  await page.selectOption("[name=needId]", { index: 1 });
  await fill(page, { words: "每周和朋友出门一次", baseline: "两年没有出门" });
  for (const [index, words] of ["没有出门", "每月一次", "每周一次", "每周两次", "自己约朋友"].entries()) await page.fill(`[name="levels.${index}"]`, words);
  await press(page, "保存目标");
  await page.waitForURL(/\/draft#goal-/);
  await page.getByRole("heading", { name: "每周和朋友出门一次" }).waitFor();

  const add = page.getByRole("button", { name: "加上" });
  await fill(page, { words: "打电话约时间", ownerName: "林晓禾" });
  await page.selectOption("main [name=owner]", "worker");
  await add.click();
  await page.locator(".plan-step", { hasText: "打电话约时间" }).waitFor();
  await page.getByText("加一个步骤").click();
  await fill(page, { words: "一起去公园" });
  await add.click();
  await page.locator(".plan-step", { hasText: "一起去公园" }).waitFor();
  await expectSound(page);

  await press(page, "定稿");
  await page.waitForURL(/\/versions\/1$/);
  await page.getByText("文字和指纹相符").waitFor();
  await choose(page, "kind", "agreed");
  const box = (await page.locator(".sign-box").boundingBox())!;
  await page.locator(".sign-box").scrollIntoViewIfNeeded();
  const now = (await page.locator(".sign-box").boundingBox()) ?? box;
  await expect.poll(async () => {
    await page.mouse.move(now.x + 40, now.y + 40);
    await page.mouse.down();
    await page.mouse.move(now.x + 160, now.y + 90, { steps: 4 });
    await page.mouse.up();
    return page.locator("[name=strokes]").inputValue();
  }).toMatch(/^M\d/);
  await press(page, "记下");
  await page.getByText("签的就是这份文字").waitFor();
  await page.getByRole("img", { name: "手写签字" }).waitFor();
  await expectSound(page);
});

test("the plan is followed on a phone: a step done, a goal rated, the easy-read version, a review", async () => {
  const page = await team.enter(await visitor(PHONE), "worker");
  await page.goto(plan);
  await expectSound(page);
  await page.locator(".plan-step", { hasText: "打电话约时间" }).getByRole("button", { name: /做完了/ }).click();
  await page.locator(".plan-step.past", { hasText: "打电话约时间" }).waitFor();
  await page.locator("summary", { hasText: "评一评" }).click();
  await choose(page, "level", "0");
  await press(page, "记下");
  await page.locator(".levels [aria-current]", { hasText: "每周一次" }).waitFor();
  await page.locator(".stat-value", { hasText: "50.0" }).waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "易读版" }).click();
  await page.waitForURL(/\/easy$/);
  await page.getByText("我自己做：一起去公园").waitFor();
  await expectSound(page);
  await page.goto(plan);
  await page.locator("summary", { hasText: "记一次复核" }).click();
  await fill(page, { words: "愿意继续，下次带上妈妈" });
  await press(page, "记下复核");
  await page.locator(".timeline", { hasText: "愿意继续" }).waitFor();
});

test("the next version carries over what is undone and leaves the signed one alone; a refusal to sign is kept with its words", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(plan);
  await page.getByText("开始新的一版…").click();
  await fill(page, { reason: "想多做一件事" });
  await press(page, "开始新的一版");
  await page.waitForURL(/\/draft$/);
  await page.getByRole("heading", { name: "写第 2 版" }).waitFor();
  await page.locator(".plan-step", { hasText: "一起去公园" }).waitFor();
  expect(await page.locator(".plan-step", { hasText: "打电话约时间" }).count()).toBe(0);
  await press(page, "定稿");
  await page.waitForURL(/\/versions\/2$/);
  await choose(page, "kind", "refused");
  await press(page, "记下");
  await page.getByText("请写下为什么不签").first().waitFor();
  await fill(page, { words: "现在不想改" });
  await press(page, "记下");
  await page.getByText(/没有签$/).first().waitFor();
  await page.goto(`${plan}/versions/1`);
  await page.getByText("文字和指纹相符").waitFor();
  await page.getByText("已有新版").waitFor();
  await expectSound(page);
});

test("a review that is due and a step that is overdue wait in today and in the lists", async () => {
  const worker = await team.as("worker", 40);
  const later = await givenPerson(worker, { name: "严小川" });
  const { planId } = await givenSettledPlan(worker, later, { risk: "high" });
  const page = await team.enter(await visitor(), "worker");
  await page.goto(`${site.url}/`);
  await page.getByText("支持计划该复核了").waitFor();
  await page.goto(`${site.url}/plans`);
  await page.getByRole("link", { name: "严小川" }).waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/plans?view=steps`);
  await expectSound(page);
  await page.goto(`${site.url}/plans/${planId}`);
  await page.getByText("结束这份计划…").click();
  await page.selectOption("main [name=reason] >> visible=true", "moved");
  await press(page, "结束计划");
  await page.getByText(/结束：搬走或转走/).waitFor();
  await expectSound(page);
});
