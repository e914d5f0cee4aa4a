import { beforeAll, expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { seedVolunteers } from "#app/demo/demo-volunteers.ts";
import { browser, expectSound, LOOKS, PHONE, shoot } from "../harness/browser.ts";
import { fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { givenPairs, PAIRED_DAYS_AGO, type PreparedPair } from "../harness/programme.ts";
import { signInWithPassword } from "../harness/sign-in.ts";
import { foundTeam, PASSWORD, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
let pair: PreparedPair;
let quiet: PreparedPair;

beforeAll(async () => {
  team = await foundTeam(site);
  const { programmeId } = await seedVolunteers(team);
  const pairs = await givenPairs(team, programmeId, 3);
  [pair, quiet] = [pairs[0]!, pairs[1]!];
  await team.addVolunteer(pair.helperName, pair.helperId);
});

const logPage = () => `${site.url}/my-pairs/${pair.pairId}/log`;
/** On a phone of their own, past the second factor or not: volunteers need none. */
const onPhone = async (): Promise<[BrowserContext, Page]> => {
  const context = await visitor(PHONE);
  return [context, await team.enter(context, "volunteer", { strong: false })];
};
/** Script has taken the form over: only then are drafts kept. */
async function write(page: Page, words: string): Promise<void> {
  const field = page.locator('[name="words"]');
  await expect.poll(async () => {
    await field.fill("");
    await field.fill(words);
    return page.locator(".draft-note").innerText();
  }).toMatch(/存/);
  await expect.poll(() => page.locator(".draft-note").innerText()).toMatch(/已/);
}

test("silence is raised on 今天 the same day it passes the agreed rhythm", async () => {
  const page = await team.enter(await visitor(), "coordinator");
  await page.goto(site.url);
  const task = page.locator("main li", { hasText: quiet.residentName });
  await task.getByText(`没有见面，约定每周一次`).waitFor();
  expect(await task.innerText()).toContain(`${PAIRED_DAYS_AGO} 天`);
  await expectSound(page);
});

test("pairs gone quiet stand on one list with what to do, and open to the pair", async () => {
  const page = await team.enter(await visitor(), "supervisor");
  await page.goto(`${site.url}/visits`);
  await page.getByRole("link", { name: "很久没有消息的结对" }).click();
  await page.waitForURL("**/visits/silent");
  const row = page.getByRole("row", { name: new RegExp(quiet.residentName) });
  expect(await row.innerText()).toMatch(new RegExp(`还没有见过[^]*${PAIRED_DAYS_AGO} 天[^]*定下第一次见面的日子`));
  await expectSound(page);
  await shoot(page, "silent-pairs");
  const table = await page.request.get(`${site.url}${await page.getByRole("link", { name: "导出 CSV" }).getAttribute("href")}`);
  expect(await table.text()).toMatch(new RegExp(`${quiet.residentName}[^\\n]*还没有见过[^\\n]*${PAIRED_DAYS_AGO}`));
  await row.locator(".row-link").click();
  await page.waitForURL(new RegExp(`/pairs/${quiet.pairId}`));
  const narrow = await team.enter(await visitor(PHONE), "supervisor");
  await narrow.goto(`${site.url}/visits/silent`);
  await expectSound(narrow);
  await shoot(narrow, "silent-pairs-phone");
});

test("the volunteer's page shows what a friend needs and no more", async () => {
  const [, page] = await onPhone();
  await page.goto(`${site.url}/my-pairs`);
  await page.getByRole("link", { name: pair.residentName, exact: true }).click();
  await page.getByRole("heading", { name: pair.residentName }).waitFor();
  await expectSound(page);
  const shown = await page.locator("main").innerText();
  expect(shown).toContain("社区活动室");
  expect(shown).not.toMatch(/身份证|残疾证|残疾类别/);
  expect((await page.goto(`${site.url}/my-pairs/${quiet.pairId}`))!.status()).toBe(404);
  expect((await page.goto(`${site.url}/enquiries`))!.status()).toBe(403);
});

test("a meeting is noted in three taps and a few words, and the worker sees it arrive", async () => {
  const [, page] = await onPhone();
  await page.goto(`${site.url}/my-pairs`);
  await page.getByRole("link", { name: "记一次见面" }).tap();
  await page.waitForURL("**/log");
  await page.locator("label.face", { hasText: "高兴" }).tap();
  await fill(page, { words: "一起打了半小时球" });
  await page.getByRole("main").getByRole("button", { name: "完成" }).tap();
  await page.getByText("记好了，谢谢您！").waitFor();
  await expectSound(page);
  const office = await team.enter(await visitor(), "worker");
  await office.goto(`${site.url}/visits`);
  const row = office.getByRole("row", { name: /一起打了半小时球/ });
  expect(await row.innerText()).toContain("2 小时");
  await expectSound(office);
});

test("a draft survives a closed tab, and goes once the server has it", async () => {
  const [context, page] = await onPhone();
  await page.goto(logPage());
  await write(page, "下了三盘棋，他赢了两盘");
  await page.close();
  const again = await context.newPage();
  await again.goto(logPage());
  await again.getByText("放弃").or(again.locator(".draft-note button")).first().waitFor();
  expect(await again.inputValue('[name="words"]')).toBe("下了三盘棋，他赢了两盘");
  await again.locator("label.face", { hasText: "平常" }).click();
  await press(again, "完成");
  await again.getByText("记好了").waitFor();
  await again.goto(logPage());
  await again.getByRole("heading", { level: 1 }).waitFor();
  expect(await again.inputValue('[name="words"]')).toBe("");
});

test("a draft survives the end of the session: after signing in again it is back", async () => {
  const [context, page] = await onPhone();
  await page.goto(logPage());
  await write(page, "去菜场逛了一圈");
  await page.locator("label.face", { hasText: "高兴" }).click();
  await context.clearCookies({ name: "linli_session" });
  await press(page, "完成");
  await page.waitForURL("**/sign-in**");
  await signInWithPassword(page, site.url, "volunteer@qingyun.example", PASSWORD);
  await page.goto(logPage());
  await page.locator(".draft-note button").waitFor();
  expect(await page.inputValue('[name="words"]')).toBe("去菜场逛了一圈");
  await press(page, "完成");
  await page.getByText("记好了").waitFor();
});

test("without a network nothing is lost, and it is sent once when the network is back", async () => {
  const [context, page] = await onPhone();
  await page.goto(logPage());
  await write(page, "在河边散步");
  await page.locator("label.face", { hasText: "高兴" }).click();
  await context.setOffline(true);
  await press(page, "完成");
  await page.getByText("现在没有网络").waitFor();
  expect(await page.inputValue('[name="words"]')).toBe("在河边散步");
  await context.setOffline(false);
  await press(page, "完成");
  await page.getByText("记好了").waitFor();
  await page.goto(`${site.url}/my-pairs/${pair.pairId}`);
  expect(await page.locator("main").getByText("在河边散步").count()).toBe(1);
});

test("a concern of a visit reaches the supervisor's 今天 at once, and is worked to its end", async () => {
  const supervisor = await team.enter(await visitor(), "supervisor");
  await supervisor.goto(site.url);
  expect(await supervisor.locator("main").innerText()).not.toContain("可能有危险");
  const [, page] = await onPhone();
  await page.goto(logPage());
  await page.locator("label.face", { hasText: "不太好" }).click();
  await page.getByText("有事要告诉社工").first().click();
  await page.locator('input[name="severity"][value="danger"]').check({ force: true });
  await fill(page, { concernWords: "他说晚上睡不着，妈妈住院了，家里没人做饭。" });
  await press(page, "完成");
  await page.getByText("督导已经收到。").waitFor();
  await supervisor.reload();
  await supervisor.getByText("可能有危险").waitFor();
  await expectSound(supervisor);
  await supervisor.locator("main li", { hasText: "可能有危险" }).getByRole("link", { name: "去处理" }).click();
  await supervisor.getByText("家里没人做饭").waitFor();
  await expectSound(supervisor);
  await press(supervisor, "我看到了");
  await supervisor.getByText("看到了 · 苏明远").waitFor();
  await fill(supervisor, { note: "已联系社区食堂送餐，明天家访" });
  await press(supervisor, "保存处理情况");
  await supervisor.getByText("做了什么 · 苏明远").waitFor();
  await fill(supervisor, { note: "母亲出院" });
  await press(supervisor, "处理完");
  await supervisor.getByText("已处理完").first().waitFor();
  await supervisor.goto(site.url);
  expect(await supervisor.locator("main").innerText()).not.toContain("可能有危险");
});

test("the volunteer's pages are sound at every look", async () => {
  for (const look of LOOKS) {
    const context = await visitor(look);
    await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
    const page = await team.enter(context, "volunteer", { strong: false });
    for (const path of ["", "/my-pairs", `/my-pairs/${pair.pairId}`, `/my-pairs/${pair.pairId}/log`, `/my-pairs/${pair.pairId}/tell`]) {
      expect((await page.goto(site.url + path))!.status(), path).toBe(200);
      await expectSound(page);
    }
  }
});
