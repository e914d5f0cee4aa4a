import { beforeAll, expect, test } from "vitest";
import { seedVolunteers } from "#app/demo/demo-volunteers.ts";
import { browser, expectSound } from "../harness/browser.ts";
import { fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { givenWishes } from "../harness/programme.ts";
import { signInWithPassword } from "../harness/sign-in.ts";
import { foundTeam, PASSWORD, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
let team: Team;
let residents: string[];

beforeAll(async () => {
  team = await foundTeam(site);
  await team.join("second", "陆远", "coordinator");
  const { programmeId } = await seedVolunteers(team);
  residents = await givenWishes(team, programmeId, 3);
});

test("of two who change one record the second sees both sides and loses nothing", async () => {
  const [one, two] = [await team.enter(await visitor(), "coordinator"), await team.enter(await visitor(), "second")];
  await one.goto(`${site.url}/volunteers?status=service_team`);
  const link = await one.locator("main tbody tr").first().getByRole("link").first().getAttribute("href");
  for (const page of [one, two]) await page.goto(`${site.url}${link}/details`);
  await fill(one, { affiliation: "云南大学" });
  await press(one, "保存");
  await one.waitForURL(`**${link}`);
  await fill(two, { affiliation: "昆明学院", motivation: "想多认识邻居" });
  await press(two, "保存");
  const clash = two.locator("table.clash");
  await clash.waitFor();
  const said = await clash.innerText();
  expect(said).toContain("云南大学");
  expect(said).toContain("昆明学院");
  await two.getByText("有人改了同一条记录").waitFor();
  expect(await two.inputValue('[name="affiliation"]')).toBe("昆明学院");
  expect(await two.inputValue('[name="motivation"]')).toBe("想多认识邻居");
  await expectSound(two);
});

test("a form whose session ended loses nothing: it is there again after signing in", async () => {
  const worker = await visitor();
  const tab = await team.enter(worker, "worker");
  const address = `${site.url}/wishes/${residents[0]}`;
  await tab.goto(address);
  const words = tab.locator('[name="words"]');
  await expect.poll(async () => {
    await words.fill("");
    await words.fill("想一起去听一场音乐会");
    return tab.locator(".draft-note").innerText();
  }).toMatch(/存/);
  await tab.getByText("草稿已保存").waitFor();
  await worker.clearCookies({ name: "linli_session" });
  await press(tab, "保存");
  await tab.waitForURL("**/sign-in**");
  await signInWithPassword(tab, site.url, "worker@qingyun.example", PASSWORD);
  const again = await team.enter(worker, "worker");
  await again.goto(address);
  await again.getByText("已找回您上次没有提交的内容").waitFor();
  expect(await again.inputValue('[name="words"]')).toBe("想一起去听一场音乐会");
  await press(again, "保存");
  await again.getByText("已保存").first().waitFor();
});

test("a double click on a button does nothing twice", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(`${site.url}/enquiries/new`);
  await fill(page, { words: "想找人陪着下楼走走", askerName: "李阿姨", askerContact: "13900009999" });
  await page.getByRole("main").getByRole("button", { name: "保存" }).dblclick();
  await page.waitForURL(/enquiries\/[0-9a-f-]{36}/);
  await page.goto(`${site.url}/enquiries`);
  expect(await page.getByText("想找人陪着下楼走走").count()).toBe(1);
});

test("a form sent again after going back does nothing twice, without script too", async () => {
  const page = await team.enter(await visitor(undefined, { javaScriptEnabled: false }), "worker");
  await page.goto(`${site.url}/enquiries/new`);
  await fill(page, { words: "家里水管坏了没人修", askerName: "赵叔" });
  const body = await page.locator("main form").evaluate((form) => new URLSearchParams(new FormData(form as HTMLFormElement) as unknown as Record<string, string>).toString());
  const send = () => page.request.post(`${site.url}/enquiries/new`, { data: body, headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", origin: site.url }, maxRedirects: 0 });
  const [first, second] = await Promise.all([send(), send()]);
  expect(first.headers().location).toBe(second.headers().location);
  await page.goto(`${site.url}/enquiries`);
  expect(await page.getByText("家里水管坏了没人修").count()).toBe(1);
});

test("a round computed twice at once ends in one answer", async () => {
  const [one, two] = [await team.enter(await visitor(), "coordinator"), await team.enter(await visitor(), "second")];
  await one.goto(`${site.url}/matching`);
  await press(one, "开始一轮结对");
  await one.waitForURL(/matching\/[0-9a-f-]{36}$/);
  const round = one.url();
  await two.goto(round);
  await Promise.all([one, two].map((page) => press(page, "计算结对")));
  for (const page of [one, two]) {
    await page.getByRole("link", { name: "查看结果" }).click();
    await page.getByRole("heading", { name: "3 对建议" }).waitFor();
    expect(await page.locator("[data-proposal]").count()).toBe(3);
  }
});

test("one who decides what another has just decided is told, and nothing is done twice", async () => {
  const [one, two] = [await team.enter(await visitor(), "coordinator"), await team.enter(await visitor(), "second")];
  for (const page of [one, two]) {
    await page.goto(`${site.url}/matching`);
    await page.getByRole("row", { name: /第 1 轮/ }).getByRole("link").first().click();
    await page.getByRole("heading", { name: "3 对建议" }).waitFor();
  }
  await press(one, "接受，征求双方意愿");
  await one.getByText("已征求意愿").first().waitFor();
  await press(two, "接受，征求双方意愿");
  await two.getByText("已征求意愿").or(two.getByRole("alert")).first().waitFor();
  await one.goto(`${site.url}/pairs?show=coming`);
  expect(await one.locator("main tbody tr").count()).toBe(1);
});
