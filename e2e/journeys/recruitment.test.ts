import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { seedRecruitment } from "#app/demo/together/demo-recruitment.ts";
import { seedVolunteers } from "#app/demo/demo-volunteers.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { choose, fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
let own = "";

/** The narrowest screen, large text, no script: what an old phone shows and a screen reader reads. */
const OLD_PHONE = { name: "old-phone", options: { viewport: { width: 320, height: 640 }, javaScriptEnabled: false } };

beforeAll(async () => {
  team = await foundTeam(site);
  const { programmeId } = await seedVolunteers(team);
  await seedRecruitment(team, programmeId);
}, 300_000);

async function oldPhone(javaScriptEnabled = false): Promise<Page> {
  const context = await visitor(OLD_PHONE, { javaScriptEnabled });
  await context.addCookies([{ name: "linli_prefs", value: "mode=elder", url: site.url }]);
  return context.newPage();
}

/** The same page with script, which looking for faults needs. */
async function expectSoundAt(address: string): Promise<void> {
  const page = await oldPhone(true);
  await page.goto(address);
  await expectSound(page);
}

/** What a screen reader reads of the page's main part, in its order: role and name, one a line. */
async function read(page: Page): Promise<string[]> {
  const tree = await page.locator("main").ariaSnapshot();
  return tree.split("\n").map((line) => line.trim().replace(/^- /, "")).filter((line) => line !== "" && !line.startsWith("/url"));
}

/** These stand in the page's reading, one after another. */
function expectOrder(lines: readonly string[], wanted: readonly (string | RegExp)[]): void {
  let from = 0;
  for (const one of wanted) {
    const at = lines.findIndex((line, index) => index >= from && (typeof one === "string" ? line.includes(one) : one.test(line)));
    expect(at, `${String(one)} after line ${from} of\n${lines.join("\n")}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

test("a programme's page reads in order on the narrowest screen: places, what it is, whom, how much time, what it asks, then the form", async () => {
  const page = await oldPhone();
  await page.goto(`${site.url}/join`);
  expectOrder(await read(page), [/heading "做志愿者" \[level=1\]/, /heading "社区老友"/, /link "我要报名"/, /heading "暖心送餐"/, /link "我要报名"/]);
  await page.goto(`${site.url}/join/qingyun/warm-meals`);
  expect(await page.locator("script[src], script[type=module]").count()).toBe(0);
  expectOrder(await read(page), [
    /heading "暖心送餐" \[level=1\]/, /4个名额已经报满.*先报名的先递补/, /heading "要做些什么"/, /heading "我们想找这样的人"/, /heading "要多少时间"/, /heading "成为志愿者的步骤"/, "报名", "培训 ×3",
    /heading "您是谁"/, /textbox "姓名/, /heading "什么时候有空"/, /heading "您的同意"/, /checkbox "同意保存/, /button "报名候补"/,
  ]);
  await expectSoundAt(page.url());
});

test("a student joins the waiting list without script, follows it on a page of their own, and gives the place back", async () => {
  const page = await oldPhone();
  await page.goto(`${site.url}/join/qingyun/warm-meals`);
  await fill(page, { name: "祝小禾", birthOn: "2004-04-05", phone: "13900001234" });
  await page.locator('input[name="keep_data"]').check({ force: true });
  await press(page, "报名候补");
  await page.waitForURL("**/thanks**");
  expectOrder(await read(page), [/heading "谢谢您报名！" \[level=1\]/, /heading "接下来"/, /heading "我的报名"/, "地址请收好", /link "查看我的报名进展"/]);
  await page.getByRole("link", { name: "查看我的报名进展" }).click();
  await page.waitForURL("**/applications/**");
  own = page.url();
  expectOrder(await read(page), [/heading "我的报名" \[level=1\]/, "暖心送餐", /status/, "第2位，一共2位候补", /heading "接下来的步骤"/, /list/, "还没有", /button "撤回报名"/]);
  expect(await page.locator("body").innerText()).not.toContain("祝小禾");
  await expectSoundAt(own);
  await press(page, "撤回报名");
  await page.waitForURL("**?done=yes");
  await page.getByText("您已撤回报名").waitFor();
});

test("the coordinator sees the board, tells somebody no kindly, and they read why and what else is possible", async () => {
  for (const look of LOOKS) {
    const context = await visitor(look);
    if (look.preferences) await context.addCookies([{ name: "linli_prefs", value: look.preferences, url: site.url }]);
    const page = await team.enter(context, "coordinator");
    await page.goto(`${site.url}/volunteers/programmes`);
    await page.getByRole("link", { name: /暖心送餐/ }).first().click();
    await page.getByRole("link", { name: "招募进展" }).click();
    await page.getByRole("heading", { name: "招募进展", level: 1 }).waitFor();
    await expectSound(page);
    await shoot(page, `recruitment-board-${look.name}`);
    await page.getByRole("link", { name: /打开.*罗思雨/ }).click();
    await page.getByRole("heading", { name: "罗思雨" }).waitFor();
    await expectSound(page);
    await shoot(page, `recruitment-interview-${look.name}`);
  }
  const page = await team.enter(await visitor(), "coordinator");
  await page.goto(`${site.url}/volunteers`);
  await page.goto(`${site.url}/volunteers?q=${encodeURIComponent("祝小禾")}`);
  const programme = await page.locator("select[name=programme] option", { hasText: "暖心送餐" }).getAttribute("value");
  await page.goto(`${site.url}/volunteers?programme=${programme}&q=${encodeURIComponent("祝小禾")}`);
  await page.getByRole("row", { name: /祝小禾/ }).getByRole("link").first().click();
  await page.getByRole("link", { name: "重新打开报名" }).click();
  await press(page, "重新打开并通知");
  await page.getByRole("link", { name: "婉拒" }).click();
  await page.getByRole("heading", { name: "婉拒报名" }).waitFor();
  await expectSound(page);
  await shoot(page, "recruitment-decline-desk");
  await choose(page, "reasons", "hours");
  await fill(page, { words: "谢谢您写下外婆的故事。" });
  await press(page, "婉拒并通知本人");
  await page.getByRole("link", { name: "重新打开报名" }).waitFor();
  const phone = await oldPhone();
  await phone.goto(own);
  expectOrder(await read(phone), [/heading "我的报名" \[level=1\]/, "这一次没有能请您加入", "谢谢您愿意帮助邻居", "谢谢您写下外婆的故事。", /heading "原因"/, "您有空的时间", /heading "还可以怎样参与"/, /link "看看近期活动"/, /link "看看其他项目"/]);
  await expectSoundAt(own);
  await shoot(phone, "recruitment-kind-no-320");
});
