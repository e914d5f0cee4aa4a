import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browser, expectSound, PHONE } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";

const site = linli({ demo: true });
const { visitor } = browser();

async function enter(role: string, look?: typeof PHONE): Promise<Page> {
  const page = await (await visitor(look)).newPage();
  await page.goto(`${site.url}/sign-in`);
  await page.locator("main li", { has: page.getByText(role, { exact: true }) }).getByRole("button").click();
  await page.waitForURL(`${site.url}/`);
  return page;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("an enquiry becomes a file and a case; the case goes on, its early end waits for the supervisor, and is opened again", async () => {
  const page = await enter("社工");
  await page.goto(`${site.url}/enquiries`);
  await page.locator("main .row-link").first().click();
  await page.waitForURL(/\/enquiries\/[0-9a-f-]{36}$/);
  await page.locator("summary", { hasText: "建立居民档案" }).click();
  await page.locator("[name=name]").fill("钟小禾");
  await press(page, "建档并接案");
  await page.waitForURL(/\/cases\/new\?/);
  expect(await page.locator("[name=originKind]").inputValue()).toBe("enquiry");
  await page.locator("[name=words]").fill("妈妈打电话来，孩子三年没有出门。");
  await expectSound(page);
  await press(page, "接案");
  await page.getByText("已接案。").waitFor();
  const file = page.url().split("?")[0]!;
  await page.getByText("本人同意保存资料").first().waitFor();
  await expectSound(page);
  await press(page, "进入预估");
  await page.getByText("下一步：计划").waitFor();

  await page.locator("summary", { hasText: "结案" }).click();
  await page.locator("#close-reason, [name=reason]").first().selectOption("moved_away");
  await page.locator(".case-other[open] [name=words]").fill("全家搬到外地，已联系当地社区。");
  await press(page, "提交审批");
  await page.getByText("已提交，等督导答复。").waitFor();

  const supervisor = await enter("督导");
  await supervisor.goto(`${site.url}/cases?whose=all&show=waiting`);
  await supervisor.getByRole("link", { name: "钟小禾" }).click();
  await supervisor.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await supervisor.getByText("全家搬到外地，已联系当地社区。").first().waitFor();
  await expectSound(supervisor);
  await press(supervisor, "批准");
  await supervisor.getByText("已结案").first().waitFor();

  await page.goto(`${file}/print`);
  await page.getByText("全家搬到外地，已联系当地社区。").first().waitFor();
  await expectSound(page);
  await page.goto(file);
  await page.locator("[name=words]").fill("又搬回来了");
  await press(page, "重新开案");
  await page.getByText("第 2 次开案").waitFor();
  await page.goto(file.replace("/cases/", "/access/case/"));
  await page.getByText("责任社工").first().waitFor();
  await page.getByText("苏明远").first().waitFor();
  await expectSound(page);
});

test("a handover is asked with a note and taken over", async () => {
  const page = await enter("社工");
  await page.goto(`${site.url}/cases?show=open&stage=assessment`);
  await page.locator("main .row-link").first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  const file = page.url();
  await page.locator("summary", { hasText: "移交" }).click();
  await page.locator("[name=workerId]").selectOption({ label: "苏明远" });
  await page.locator(".case-other[open] [name=words]").fill("妈妈下午才在家，答应过下周二去。");
  await press(page, "请对方接手");
  await page.getByText("等苏明远答复接手").first().waitFor();

  const supervisor = await enter("督导");
  await supervisor.getByText("请您接手这个个案").waitFor();
  await supervisor.goto(file);
  await press(supervisor, "我来接手");
  await supervisor.getByText("接手 · 苏明远").waitFor();
  await supervisor.goto(`${site.url}/cases/rules`);
  await expectSound(supervisor);
});

test("my cases, then a family: who lives together, a support, both pictures and their words, on a phone", async () => {
  const page = await enter("社工", PHONE);
  await page.goto(`${site.url}/cases?stage=intervention`);
  await expectSound(page);
  await page.locator("main .row-link").first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await expectSound(page);
  await page.getByRole("link", { name: "家庭图" }).click();
  await page.waitForURL(/\/family$/);
  await page.getByRole("img", { name: /家庭图：\d+ 人/ }).waitFor();
  await expectSound(page);
  const relations = page.url().replace(/family$/, "relations");
  await page.goto(relations);
  await page.locator("#support-name, [name=name]").last().fill("棋友老赵");
  await page.locator("input[name=tie][value=strong]").check({ force: true });
  await page.locator("form", { has: page.locator("input[value=support]") }).getByRole("button", { name: "记下" }).click();
  await page.getByText("棋友老赵（朋友）：很近").waitFor();
  await expectSound(page);
  await page.goto(relations.replace(/relations$/, "family"));
  await page.locator("summary", { hasText: "文字版" }).last().click();
  await page.getByText("棋友老赵（朋友）：很近").waitFor();
});
