import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browser, expectSound, type Look, PHONE } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";

const site = linli({ demo: true });
const { visitor } = browser();
const SMALL: Look = { name: "small", options: { viewport: { width: 320, height: 640 } } };

async function enter(page: Page, role: string): Promise<void> {
  await page.goto(`${site.url}/sign-in`);
  await page.locator("main li", { has: page.getByText(role, { exact: true }), hasNotText: "纪桂芳" }).getByRole("button").click();
  await page.waitForURL(`${site.url}/`);
}

test("a worker plans a series, looks at its dates, signs somebody up, changes one session and calls another off", async () => {
  const page = await (await visitor()).newPage();
  await enter(page, "社工");
  await page.goto(`${site.url}/activities/new`);
  await page.locator("[name=name]").fill("周末书画");
  const startsOn = await page.locator("[name=startsOn]").inputValue();
  await page.locator("[name=repeats]").selectOption("rule");
  await page.locator("[name=rule]").fill("FREQ=DAILY;INTERVAL=7;COUNT=4");
  await page.locator("[name=placeWords]").fill("画室");
  await page.locator("[name=from]").fill("20:00");
  await page.locator("[name=until]").fill("23:59");
  await page.locator("[name=priority1]").selectOption("homebound");
  await page.getByRole("button", { name: "看看日期" }).click();
  await page.getByRole("heading", { name: "一共 4 场" }).waitFor();
  await expectSound(page);
  expect(await page.locator("[name=startsOn]").inputValue()).toBe(startsOn);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.waitForURL(/\/activities\/series\//);
  await page.locator("main ol li", { hasText: "长期不出门的人先" }).waitFor();
  await expectSound(page);

  await page.locator("main .row-link").nth(1).click();
  await page.getByText("还没有人报名").waitFor();
  const session = page.url();
  await page.goto(`${session}/sign-up?q=${encodeURIComponent("白")}`);
  await page.locator("[name=personId]").first().check();
  await page.locator("[name=needs]").fill("要接送");
  await page.locator("[name=companion]").fill("女儿");
  await expectSound(page);
  await page.getByRole("button", { name: "报名", exact: true }).click();
  await page.waitForURL(session);
  await page.getByRole("heading", { name: "有位的人 · 2" }).waitFor();
  await expectSound(page);

  await page.goto(`${session}/change`);
  await page.locator("[name=placeWords]").fill("大画室");
  await expectSound(page);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.waitForURL(session);
  await page.getByText("改了时间、地点或名额").waitFor();
  await page.getByText("取消这场活动", { exact: true }).first().click();
  await page.locator("[name=callWhy]").fill("画室漏水");
  await page.getByRole("button", { name: "取消这场活动" }).click();
  await page.getByText("这场活动已经取消：画室漏水").waitFor();
  await page.getByRole("button", { name: "恢复这场活动" }).click();
  await page.getByText("这场活动已经取消：画室漏水").waitFor({ state: "detached" });
  for (const path of ["/activities?when=past", "/activities/figures", "/activities/participation", "/activities/feeds", `${new URL(session).pathname}/following`]) {
    await page.goto(`${site.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectSound(page);
  }
});

test("at the door, on one phone: a tap a person, one taken back, one who had not signed up", async () => {
  const page = await (await visitor(PHONE)).newPage();
  await enter(page, "社工");
  await page.goto(`${site.url}/activities`);
  await page.getByRole("link", { name: /社区开放日/ }).or(page.locator(".row-link").first()).first().click();
  await page.getByRole("link", { name: "签到" }).click();
  await page.waitForURL(/\/attendance$/);
  await expectSound(page);
  for (let tap = 0; tap < 3; tap++) {
    await page.locator(".door > li > form button", { hasText: "到了" }).first().click();
    await page.getByText(`到了 ${tap + 1} 人`).waitFor();
  }
  await page.locator(".door > li > form button", { hasText: "撤回" }).first().click();
  await page.getByText("到了 2 人").waitFor();
  await page.locator("[name=name]").fill("路过的邻居");
  await page.getByRole("button", { name: "记下来" }).click();
  await page.getByText("到了 3 人").waitFor();
  await expectSound(page);
});

test("afterwards one phone goes round: a face a person, thanks, the next; a double press is one, one is taken back, none is lost without a network", async () => {
  const context = await visitor(SMALL);
  await context.addCookies([{ name: "linli_prefs", value: "mode=elder", url: site.url }]);
  const page = await context.newPage();
  await enter(page, "社工");
  const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
  await page.goto(`${site.url}/activities?when=past&to=${yesterday}&q=${encodeURIComponent("老歌合唱")}`);
  await page.locator(".row-link").first().click();
  await page.getByRole("link", { name: "签到" }).click();
  await page.getByRole("link", { name: "轮着按笑脸" }).click();
  await page.waitForURL(/\/faces$/);
  const count = (given: number) => page.getByText(`按过 ${given} 位`).waitFor();
  await count(0);
  await expectSound(page);
  for (const box of await Promise.all((await page.locator(".face-big").all()).map((face) => face.boundingBox()))) expect([box!.width >= 64, box!.height >= 64]).toEqual([true, true]);
  await page.getByRole("button", { name: "高兴" }).dblclick();
  await page.getByText("谢谢您！请交给下一位。").waitFor();
  await count(1);
  await expectSound(page);
  await page.waitForTimeout(1600);
  await page.getByRole("button", { name: "按错了，撤回" }).click();
  await page.getByText("撤回了，请再按一次。").waitFor();
  await count(0);
  await context.setOffline(true);
  await page.waitForTimeout(1600);
  await page.getByRole("button", { name: "不太好" }).click();
  await page.getByText(/有 1 下还没有送出/).waitFor();
  await context.setOffline(false);
  await page.getByText(/还没有送出/).waitFor({ state: "detached" });

  const still = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage(); // without script each face is a button of a form
  await enter(still, "社工");
  await still.goto(page.url());
  for (let given = 1; given < 3; given++) {
    await still.getByText(`按过 ${given} 位`).waitFor();
    await still.getByRole("button", { name: "高兴" }).click();
    await still.getByText("谢谢您！请交给下一位。").waitFor();
  }
  await page.goto(page.url().replace(/\/faces$/, ""));
  await page.getByText("其中 3 个是在轮着按的设备上答的", { exact: false }).waitFor();
});

test("anybody signs up on a small screen in large type, twice with one answer, and gives the place back", async () => {
  const context = await visitor(SMALL);
  await context.addCookies([{ name: "linli_prefs", value: "mode=elder", url: site.url }]);
  const page = await context.newPage();
  await page.goto(`${site.url}/gatherings`);
  await expectSound(page);
  await page.locator("section", { hasText: "老歌合唱" }).getByRole("link", { name: "看看并报名" }).last().click();
  await page.waitForURL(/\/gatherings\/qingyun\//);
  const form = page.url();
  await expectSound(page);
  const answers: string[] = [];
  for (let time = 0; time < 2; time++) {
    await page.goto(form);
    await page.locator("[name=name]").fill("秦晓月");
    await page.locator("[name=phone]").fill("13955556666");
    await page.getByRole("button", { name: "报名", exact: true }).click();
    await page.waitForURL(/\/pass\//);
    answers.push((await page.locator("main [role=status] strong").textContent()) ?? "");
    if (time === 0) await expectSound(page);
  }
  expect(answers).toEqual(["有您的位子", "有您的位子"]);
  expect(await page.locator("main").textContent()).not.toContain("秦晓月");
  expect(await page.locator("script[src]").count()).toBe(0);
  await page.getByRole("button", { name: "取消报名" }).click();
  await page.getByText("您已经取消报名").waitFor();
});

test("a volunteer signs up for what is open, has a code, and a calendar with a secret address", async () => {
  const page = await (await visitor(PHONE)).newPage();
  await enter(page, "志愿者");
  await page.goto(`${site.url}/my-activities`);
  await expectSound(page);
  await page.getByRole("button", { name: /^我要来 老歌合唱/ }).last().click();
  await page.getByRole("link", { name: "签到码和取消" }).first().waitFor();
  await page.getByRole("button", { name: "生成地址" }).click();
  const address = (await page.locator(".feed-address").textContent()) ?? "";
  const calendar = await page.request.get(address.replace(/^https?:\/\/[^/]+/, site.url));
  expect([calendar.status(), (await calendar.text()).includes("SUMMARY:老歌合唱")]).toEqual([200, true]);
  await page.getByRole("link", { name: "签到码和取消" }).first().click();
  await page.getByText("有您的位子").waitFor();
  await expectSound(page);
});
