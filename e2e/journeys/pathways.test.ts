import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { addWalkIn, createSeries } from "#activities/index.ts";
import { givenCase } from "#casework/testing.ts";
import { addDays } from "#kernel/calendar.ts";
import { givenPersons } from "#people/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const own = { himself: "", others: [] as string[] };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  const birth = { birthOn: "1999-04-02", birthPrecision: "day" as const };
  const [himself, ...others] = await givenPersons(worker, ["白晓峰", "李甲", "王乙", "赵丙", "孙丁", "周戊", "吴己", "郑庚"].map((name) => ({ name, ...birth })));
  Object.assign(own, { himself, others });
  const before = await team.as("worker", 72);
  await givenCase(before, himself!, { openedOn: before.today });
  for (const ago of [70, 63, 56]) {
    const door = await team.as("worker", ago);
    const { sessionIds: [sessionId] } = await createSeries(door, {
      name: "象棋下午", summary: "", kind: "other", startsOn: door.today, rule: "", fromMinute: 0, untilMinute: 1439, placeId: null, placeWords: "活动室", participants: 20, volunteers: 5, companions: 0, openTo: "staff", admission: "direct", closesHours: 0,
      rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] },
    });
    for (const personId of [himself!, ...others]) await addWalkIn(door, { sessionId: sessionId!, personId, role: "participant" });
  }
});

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);
const his = () => `${site.url}/pathways/people/${own.himself}`;

test("who comes often is found, and asked; said yes, but the step does not begin before his worker and a supervisor agree", async () => {
  const page = await enter("coordinator");
  await page.goto(`${site.url}/pathways/asks`);
  await page.getByRole("link", { name: "白晓峰" }).click();
  await page.getByText("他（她）现在也在接受我们的服务").waitFor();
  await expectSound(page);
  await page.locator('[name="what"]').fill("每周三摆棋盘");
  await press(page, "问一问");
  await page.getByText("等他（她）回答").waitFor();
  await page.locator('main [name="words"]:visible').first().fill("我来得早");
  await press(page, "愿意");
  await page.getByText("要责任社工先同意").waitFor();
  expect(await page.getByText("林晓禾").count()).toBe(0);
  await expectSound(page);
  await shoot(page, "pathways-asked");
});

test("the worker agrees for their case, the supervisor as another pair of eyes, and it begins", async () => {
  const worker = await enter("worker");
  await worker.goto(his());
  await press(worker, "同意");
  await worker.getByText("要督导先同意").waitFor();
  const supervisor = await enter("supervisor");
  await supervisor.goto(his());
  await press(supervisor, "同意");
  await supervisor.getByRole("button", { name: "现在开始" }).waitFor();
  const coordinator = await enter("coordinator");
  await coordinator.goto(his());
  await press(coordinator, "现在开始");
  await coordinator.getByText("已开始").waitFor();
});

test("the ladder shows it once he helped, and every figure opens to its people", async () => {
  const door = await team.as("worker");
  const { sessionIds: [sessionId] } = await createSeries(door, {
    name: "象棋下午", summary: "", kind: "other", startsOn: addDays(door.today, 0), rule: "", fromMinute: 0, untilMinute: 1439, placeId: null, placeWords: "活动室", participants: 20, volunteers: 5, companions: 0, openTo: "staff", admission: "direct", closesHours: 0,
    rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] },
  });
  await addWalkIn(door, { sessionId: sessionId!, personId: own.himself, role: "volunteer" });
  const page = await enter("worker");
  await page.goto(`${site.url}/people/${own.himself}`);
  await page.getByRole("link", { name: "看他（她）的路" }).click();
  await page.getByRole("heading", { name: "下一步：组织" }).waitFor();
  await page.goto(`${site.url}/pathways`);
  await page.getByRole("heading", { name: "谁走到了哪里" }).waitFor();
  await expectSound(page);
  await shoot(page, "pathways-ladder");
  await page.getByRole("row", { name: /^参加/ }).getByRole("link").first().click();
  await page.getByRole("link", { name: "白晓峰" }).waitFor();
  expect(page.url()).toContain("from=joined");
  await expectSound(page);
});

test("the street office sees figures with the few hidden, no names and no way to them", async () => {
  const page = await enter("clerk");
  await page.goto(`${site.url}/pathways`);
  await page.getByText("少于 5 人的数字").waitFor();
  expect(await page.getByText("白晓峰").count()).toBe(0);
  expect(await page.locator("main table a").count()).toBe(0);
  expect((await page.goto(`${site.url}/pathways/rows`))?.status()).toBe(403);
});

test("what each step needs is put in the organisation's own words", async () => {
  const page = await enter("coordinator");
  await page.goto(`${site.url}/pathways/path`);
  await page.getByText("未核实").first().waitFor();
  await page.getByText("修改…").click();
  await page.locator('[name="helpingNeeds"]').fill("自己愿意\n来过五次");
  await page.locator('[name="helpingAfter"]').fill("5");
  await press(page, "用这一版");
  await page.getByText("第 1 版").waitFor();
  await page.getByText("来过五次").first().waitFor();
  await expectSound(page);
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await team.enter(await visitor(look), "supervisor");
    for (const path of ["/pathways", "/pathways/asks", "/pathways/asks?show=open", "/pathways/rows?at=joined", "/pathways/path", `/pathways/people/${own.himself}`]) {
      await page.goto(site.url + path);
      await page.locator("h1").waitFor();
      await expectSound(page);
    }
  }
});
