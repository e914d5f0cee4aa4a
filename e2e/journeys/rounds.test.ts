import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browser, expectSound, PHONE } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";

const site = linli({ demo: true });
const { visitor } = browser();

async function enter(page: Page): Promise<void> {
  await page.goto(`${site.url}/sign-in`);
  await page.locator("main li", { has: page.getByText("社工", { exact: true }) }).getByRole("button").click();
  await page.waitForURL(`${site.url}/`);
}

test("a worker plans a day: who goes, whom to visit, the round, a move that would be late, a drop, the sheets", async () => {
  const page = await (await visitor()).newPage();
  await enter(page);
  await page.goto(`${site.url}/rounds/new`);
  await page.locator("[name=who1]").selectOption({ label: "苏明远" });
  await page.locator("[name=mode1]").selectOption("foot");
  await expectSound(page);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.waitForURL(/\/people$/);
  const boxes = page.locator("tbody input[type=checkbox]");
  await boxes.first().waitFor();
  for (let index = 0; index < 12; index++) await boxes.nth(index).check();
  await page.getByRole("button", { name: "加进路线" }).click();
  await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
  const plan = page.url();
  await page.getByRole("button", { name: "排出路线" }).click();
  await page.getByRole("link", { name: "查看结果" }).click({ timeout: 60_000 });
  // Somebody may want a language or a skill that nobody of these two has; they are named with that reason.
  const served = Number(/^(\d+)/.exec(await page.getByText(/^\d+ \/ 12 家$/).innerText())![1]);
  expect(served).toBeGreaterThan(8);
  await expectSound(page);

  await page.locator(".timeline a").first().click();
  await page.waitForURL(/\/visits\//);
  await page.locator("[name=from]").fill("09:00");
  await page.locator("[name=until]").fill("09:45");
  await page.getByRole("button", { name: "保存" }).click();
  await expect.poll(async () => { await page.reload(); return page.locator("[name=until]").inputValue(); }).toBe("09:45");
  await page.locator("[name=rank]").fill("4");
  await page.getByRole("button", { name: "调整", exact: true }).click();
  await page.getByText("排在这里会迟到").waitFor();
  await expectSound(page);
  await page.getByText("这次不去了…").click();
  await page.locator("[name=reason]").fill("今天住院检查");
  await page.getByRole("button", { name: "取消这次走访" }).click();
  await page.waitForURL(plan);
  await page.getByText(`${served - 1} / 11 家`, { exact: true }).waitFor();
  await page.getByText("取消原因：今天住院检查").waitFor();

  await page.goto(`${plan}/sheet`);
  expect(await page.locator(".day-sheet tbody th").count()).toBe(served - 1);
  await expectSound(page);
});

test("somebody falls ill: a worker says who must come, sees what would change, changes it, and prints the next version", async () => {
  const page = await (await visitor()).newPage();
  await enter(page);
  await page.goto(`${site.url}/rounds`);
  await page.getByRole("link", { name: "同事会什么" }).click();
  await page.waitForURL(/\/rounds\/colleagues$/);
  const card = page.locator("form", { has: page.locator("[name=languages]") }).first();
  await card.locator("[name=languages]").fill("昆明话、手语");
  await card.getByRole("button", { name: "保存" }).click();
  await expect.poll(async () => { await page.reload(); return page.locator("[name=languages]").first().inputValue(); }).toBe("昆明话、手语");
  await expectSound(page);

  await page.goto(`${site.url}/rounds`);
  await page.locator("main .row-link").last().click();
  await page.getByText("从严家地社区出发，林晓禾安排").waitFor();
  const plan = page.url();
  await page.getByText(/在门口等 [A-C] 组/).first().waitFor();
  await page.locator(".timeline a").nth(3).click();
  await page.waitForURL(/\/visits\//);
  await page.locator("[name=skills]").fill("开飞机");
  await page.getByRole("button", { name: "记下要求" }).click();
  await page.getByText("没有人会开飞机").waitFor();
  await expectSound(page);

  await page.goto(`${plan}/change`);
  await page.locator("[name=from]").fill("11:00");
  await page.locator("[name=reason]").fill("发烧回家了");
  await expectSound(page);
  await page.getByRole("button", { name: "先看会怎么变" }).click();
  await page.getByRole("link", { name: "查看结果" }).click({ timeout: 60_000 });
  await page.getByRole("button", { name: "就这样改" }).waitFor();
  await expectSound(page);
  expect(await page.locator("tbody tr").count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "就这样改" }).click();
  await page.waitForURL(plan);
  await page.getByText("11:00 以后重新排过").waitFor();
  await page.getByText("11:00 起不去了：发烧回家了").waitFor();
  await expectSound(page);
  await page.goto(`${plan}/sheet`);
  await page.getByText(/第 \d+ 版/).first().waitFor();
  await page.getByText("新加").first().waitFor();
  await expectSound(page);

  await page.goto(`${plan}/change`);
  await page.getByText("多来一组帮忙").click();
  await page.locator("[name=teamId]").waitFor({ state: "hidden" });
  await page.locator("[name=who] option").nth(1).waitFor({ state: "attached" });
  await page.locator("[name=who]").selectOption({ index: 1 });
  await page.locator("select[name=mode]").selectOption("bicycle");
  await page.locator("[name=from]").fill("11:30");
  await page.locator("[name=reason]").fill("下午来帮忙");
  await expectSound(page);
  await page.getByRole("button", { name: "先看会怎么变" }).click();
  await page.getByRole("link", { name: "查看结果" }).click({ timeout: 60_000 });
  await page.getByText("作为 D 组").waitFor();
  await expectSound(page);
  await page.getByRole("button", { name: "就这样改" }).click();
  await page.waitForURL(plan);
  await page.getByText("11:30 起来帮忙：下午来帮忙").waitFor();
  await expectSound(page);
});

test("the round already planned is read on a phone", async () => {
  const page = await (await visitor(PHONE)).newPage();
  await enter(page);
  await page.goto(`${site.url}/rounds`);
  await page.locator("main .row-link").last().click();
  await page.getByText("从严家地社区出发，林晓禾安排").waitFor();
  await expectSound(page);
});
