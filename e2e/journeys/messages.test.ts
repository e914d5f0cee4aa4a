import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { carryMessage } from "#messaging/index.ts";
import { exportResults } from "#messaging/service/export-results.ts";
import { listMessages } from "#messaging/service/list-messages.ts";
import { recordConsents } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import { saveSegment } from "#outreach/index.ts";
import type { TextMessage } from "#platform/notify/text-channels.ts";
import { browser, expectSound, LOOKS, PHONE, type Look } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const ELDER: Look = { name: "elder", options: { viewport: { width: 360, height: 740 } }, preferences: "mode=elder" };
const own = { people: [] as string[], got: [] as TextMessage[] };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  own.people = await givenPersons(worker, ["邓云", "邓霞", "汪洋", "卢静"].map((name, index) => ({
    name, birthOn: "1990-03-05", birthPrecision: "day" as const, situations: [{ kind: "long_at_home" as const, value: "yes" }],
    ...(index < 3 && { contacts: [{ kind: "mobile" as const, value: index < 2 ? "13900002222" : "13900003333" }] }),
  })));
  await worker.write("journey.consent", null, (tx) => recordConsents(worker, tx, [{ personId: own.people[2]!, purpose: "contact", state: "refused", capacity: "self", fromOn: worker.today, channel: "in_person" }]));
  await saveSegment(worker, { name: "长期居家", criteria: { longAtHome: true } });
});

/** The same page with script, which looking for faults needs. */
async function expectSoundAt(address: string): Promise<void> {
  const context = await visitor(ELDER);
  await context.addCookies([{ name: "linli_prefs", value: ELDER.preferences!, url: site.url }]);
  const page = await context.newPage();
  await page.goto(address);
  await expectSound(page);
}

const enter = async (look: Look = LOOKS[0]!, more = {}): Promise<Page> => team.enter(await visitor(look, more), "worker");

test("a worker writes a text, sees who would get it and who not and why, and sends it", async () => {
  const page = await enter();
  await page.goto(`${site.url}/messages`);
  await page.getByText("还没有发过通知").waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/messages/new`);
  await expectSound(page);
  await page.locator('main [name="audience"]').selectOption({ label: "长期居家" });
  await page.locator('main [name="words"]').fill("邓云请来唱歌");
  await press(page, "看看谁会收到");
  await page.getByText("短信里不能出现收信人的姓名").first().waitFor();
  await page.locator('main [name="words"]').fill("周三下午两点半，二楼活动室一起唱歌。");
  await page.locator('main [name="easyWords"]').fill("周三下午来唱歌。");
  await press(page, "看看谁会收到");
  await page.getByRole("button", { name: "发给 2 人" }).waitFor();
  await page.getByText("不愿意被联系").waitFor();
  await page.getByText("没有账号，也没有手机").waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "没有账号，也没有手机" }).click();
  await page.getByRole("link", { name: "卢静" }).waitFor();
  expect(await page.content()).not.toContain("1390000");
  await press(page, "发给 2 人");
  await page.getByText("在这之前可以撤回").waitFor();
  await expectSound(page);
});

test("taken back within five minutes, on a phone; then another like it goes out, one text to one telephone", async () => {
  const page = await enter(PHONE);
  await page.goto(`${site.url}/messages`);
  await page.getByRole("link", { name: /周三下午/ }).first().click();
  await press(page, "撤回，不发了");
  await page.getByText(/停发$/).first().waitFor();
  await expectSound(page);
  await page.getByRole("link", { name: "照着再写一条" }).click();
  await page.locator('main [name="words"]').waitFor();
  await press(page, "看看谁会收到");
  await press(page, "发给 2 人");
  await page.getByText("在这之前可以撤回").waitFor();
  const worker = await team.as("worker");
  const { rows: [message] } = await listMessages(worker);
  const recipientIds = (await exportResults(worker, message!.id)).map(({ id }) => id);
  const postman = site.installation.systemSession(team.orgId, { name: "Linli", role: "system", capabilities: ["messages.carry"] });
  const channel = { kind: "sms" as const, send: async (text: TextMessage) => { own.got.push(text); } };
  await carryMessage(postman, { messageId: message!.id, recipientIds }, { channel, origin: site.url, slug: "qingyun" });
  expect(own.got.map(({ to }) => to)).toEqual(["13900002222"]);
  await page.goto(`${site.url}/messages/${message!.id}?show=joined`);
  await page.getByRole("heading", { name: "名单：同一号码已收到" }).waitFor();
  await expectSound(page);
});

test("the receiver opens the link, an elder, without script, turns messages off with one press, and on again", async () => {
  const context = await visitor(ELDER, { javaScriptEnabled: false });
  await context.addCookies([{ name: "linli_prefs", value: ELDER.preferences!, url: site.url }]);
  const page = await context.newPage();
  await page.goto(/https?:\S+/.exec(own.got[0]!.text)![0]);
  await page.getByText("周三下午来唱歌。").waitFor();
  expect(await page.content()).not.toContain("邓");
  await press(page, "不再接收活动通知");
  await page.getByText("您已经不再接收活动通知").waitFor();
  await expectSoundAt(page.url());
  const desk = await enter();
  await desk.goto(`${site.url}/messages/people/${own.people[1]}`);
  await desk.getByText("自己在链接里选的").first().waitFor();
  await expectSound(desk);
  await press(page, "重新接收活动通知");
  await page.getByText("记下了，已经生效").waitFor();
  await desk.reload();
  await desk.getByRole("cell", { name: "恢复接收" }).first().waitFor();
});
