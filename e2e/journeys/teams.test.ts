import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { addDays } from "#kernel/calendar.ts";
import { givenPersons } from "#people/testing.ts";
import { addElder, addMember, askTeam, foundTeam, listDueInTeams } from "#teams/index.ts";
import { showTeam } from "#teams/service/show-team.ts";
import { NewElder, NewRequest } from "#teams/model/forms.ts";
import { agreeToNeighbours, aTeam } from "#teams/testing.ts";
import { addVolunteer } from "#volunteering/index.ts";
import { appraiseVolunteers, givenProgramme, recordEvidence } from "#volunteering/testing.ts";
import { browser, expectSound, LOOKS, PHONE, shoot, type Look } from "../harness/browser.ts";
import { choose, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam as foundHouse, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const own = { teamId: "", elderId: "", elders: [] as string[], members: [] as string[] };
const NAMES = ["纪桂芳", ...Array.from({ length: 17 }, (_, index) => `邻居${"一二三四五六七八九十甲乙丙丁戊己庚"[index]}`)];
const ELDER: Look = { name: "elder", options: { viewport: { width: 360, height: 740 } }, preferences: "mode=elder" };
let team: Team;

beforeAll(async () => {
  team = await foundHouse(site);
  const worker = await team.as("worker");
  own.members = await givenPersons(worker, NAMES.map((name) => ({ name, birthOn: "1952-04-02", birthPrecision: "day" as const })));
  own.elders = await givenPersons(worker, ["王秀珍", "李广田"].map((name) => ({ name, birthOn: "1940-05-20", birthPrecision: "day" as const, contacts: [{ kind: "mobile" as const, value: "13900001111" }] })));
  await agreeToNeighbours(worker, own.elders[0]!);
  await team.join("lead", NAMES[0]!, "volunteer", own.members[0]!);
  await team.join("second", NAMES[1]!, "volunteer", own.members[1]!);
});

const enter = async (key: string, look: Look = LOOKS[0]!, more = {}): Promise<Page> => {
  const context = await visitor(look, more);
  if (look.preferences) await context.addCookies([{ name: "linli_prefs", value: look.preferences, url: site.url }]);
  return team.enter(context, key, { strong: !["lead", "second"].includes(key) });
};
const at = (path = "") => `${site.url}/teams/${own.teamId}${path}`;
const requests = (page: Page, card: string) => page.locator("section.card", { has: page.getByRole("heading", { name: card, exact: true }) });

test("a worker founds a team, takes its lead in and somebody to look after; who has not agreed cannot be", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/teams`);
  await page.getByText("还没有互助队").waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/teams/new`);
  await page.locator('[name="name"]').fill("东里暖邻队");
  await expectSound(page);
  await press(page, "建互助队");
  await page.getByRole("heading", { name: /队员和老人/ }).waitFor();
  own.teamId = new URL(page.url()).pathname.split("/")[2]!;
  for (const name of ["李广田", "王秀珍"]) {
    await page.goto(at(`/people?q=${encodeURIComponent(name)}`));
    const found = page.getByRole("region", { name });
    await found.getByText("请队里照看").first().click();
    await found.getByRole("button", { name: "请队里照看" }).click();
    if (name === "李广田") await page.getByText("没有同意由邻居照看").first().waitFor();
    else await page.getByText("改需要…").waitFor();
  }
  await page.goto(at(`/people?q=${encodeURIComponent(NAMES[0]!)}`));
  const lead = page.getByRole("region", { name: NAMES[0]! });
  await lead.getByText("当队员").click();
  await lead.getByRole("button", { name: "加入队伍" }).click();
  await page.getByText("改角色…").click();
  await page.locator('details[open] [name="part"]').selectOption("lead");
  await page.locator("details[open]").getByRole("button", { name: "保存" }).click();
  await page.getByText("带头人", { exact: true }).first().waitFor();
  await expectSound(page);
  const worker = await team.as("worker");
  for (const personId of own.members.slice(1)) await addMember(worker, own.teamId, { personId, joinedOn: worker.today });
  await page.goto(`${site.url}/people/${own.elders[0]}`);
  await page.getByText("由队里照看 · 每周一次").waitFor();
});

test("Monday: she plans the week for eighteen on her phone, without script", async () => {
  const page = await enter("lead", ELDER, { javaScriptEnabled: false });
  await page.goto(`${site.url}/teams`);
  await page.getByRole("heading", { name: "队员（18 位）" }).waitFor();
  await page.goto(at("/week"));
  await page.getByRole("link", { name: "下一周" }).click();
  await press(page, "排这一周");
  await page.getByText("上午").first().waitFor();
  expect(await page.locator(".team-shift").count()).toBe(14);
  // Fourteen turns, eighteen members: where the lot leaves her out, she takes the last one.
  if (await page.locator(".team-shift.mine").count() === 0) {
    const last = page.locator(".team-shift").last();
    await last.getByText("改…").click();
    await last.locator('[name="memberId"]').selectOption({ label: NAMES[0]! });
    await last.getByRole("button", { name: "保存" }).click();
  }
  await page.locator(".team-shift.mine").first().waitFor();
});

test("Tuesday: somebody rings; she writes it down, and takes it in three taps from 今天; then the number is there, and afterwards it is gone", async () => {
  const page = await enter("lead", ELDER, { javaScriptEnabled: false });
  await page.goto(at("/ask"));
  await page.locator('[name="elderId"]').selectOption({ index: 1 });
  await page.locator('[name="words"]').fill("想有人说说话");
  await press(page, "记下");
  await page.goto(site.url);
  let taps = 0;
  const tap = async (role: "link" | "button", name: string) => { taps++; await page.getByRole("main").getByRole(role, { name }).first().click(); };
  await tap("link", "去看看");
  expect(await page.content()).not.toContain("13900001111");
  await tap("button", "我来");
  await page.getByRole("link", { name: "打给 13900001111" }).waitFor();
  await tap("button", "办好了");
  await page.getByText("时长已经报给社工确认").waitFor();
  expect(taps).toBe(3);
  expect(await page.content()).not.toContain("13900001111");
  await page.goto(`${site.url}/my-hours`);
  await page.getByText("东里暖邻队").first().waitFor();
});

test("Wednesday: a neighbour without a telephone takes one; she enters it for her, and that it is done", async () => {
  const lead = await team.as("lead" as "worker");
  const page = await enter("lead", PHONE);
  await page.goto(at("/ask"));
  await page.locator('[name="elderId"]').selectOption({ index: 1 });
  await choose(page, "kind", "errand");
  await expectSound(page);
  await press(page, "记下");
  await page.getByRole("link", { name: "王秀珍 · 买东西、代办" }).click();
  await page.getByText("替队员接下…").click();
  await page.locator('[name="memberId"]').selectOption({ label: NAMES[2]! });
  await press(page, "替他（她）接下");
  await page.getByText("有人接了").first().waitFor();
  await expectSound(page);
  expect(await page.content()).not.toContain("13900001111");
  await press(page, "办好了");
  await requests(page, "今天办好的").getByText(`${NAMES[2]}接下了`).waitFor();
  expect((await listDueInTeams(lead, 9)).requests).toEqual([]);
});

test("Thursday: she asks a neighbour to take her turn, who agrees with one tap on a phone of her own", async () => {
  const page = await enter("lead", PHONE);
  await page.goto(at("/week"));
  await page.getByRole("link", { name: "下一周" }).click();
  await page.locator(".team-shift.mine").first().waitFor();
  const turns = await page.locator(".team-shift.mine").count();
  const cell = page.locator(".team-shift.mine").first();
  await cell.getByText("请人换班…").click();
  const other = cell.locator('[name="other"]');
  await other.selectOption({ label: (await other.locator("option").allTextContents()).find((label) => label.includes(`和${NAMES[1]}换`) || label === `请${NAMES[1]}替我`)! });
  await cell.getByRole("button", { name: "去问" }).click();
  await page.getByText("等答复").waitFor();
  await expectSound(page);
  const second = await enter("second", ELDER, { javaScriptEnabled: false });
  await second.goto(site.url);
  await second.getByRole("main").getByRole("link", { name: "去答复" }).click();
  await second.getByRole("link", { name: "下一周" }).click();
  await second.getByRole("button", { name: "同意" }).click();
  await second.getByText("已换好").waitFor();
  await page.reload();
  await page.getByText("已换好").waitFor();
  expect(await page.locator(".team-shift").count()).toBe(14);
  expect(await page.locator(".team-shift.mine").count()).toBeLessThanOrEqual(turns);
});

test("Friday: what nobody took stands on the worker's 今天; who takes her consent back is gone from the team's phones", async () => {
  const before = await team.as("lead" as "worker", 0);
  const worker = await team.as("worker");
  const yesterday = { ...before, now: new Date(before.now.getTime() - 6 * 3_600_000) };
  const [elder] = (await showTeam(worker, own.teamId)).elders;
  await askTeam(yesterday, own.teamId, { elderId: elder!.id, kind: "repair", words: "灯不亮了", wantedOn: before.today, wantedPart: "afternoon" });
  const page = await enter("worker");
  await page.goto(site.url);
  await page.getByText("要小修小补 · 东里暖邻队：还没有人接").waitFor();
  await expectSound(page);
  await agreeToNeighbours(worker, own.elders[0]!, "withdrawn");
  const phone = await enter("lead", PHONE);
  await phone.goto(at());
  await phone.getByText("还没有照看的老人").waitFor();
  expect(await phone.content()).not.toContain("王秀珍");
  await agreeToNeighbours(worker, own.elders[0]!);
});

test("whose training ran out gets no turn: the team's page says what is missing and where, and with a new training she is back", async () => {
  const [before, now] = [await team.as("coordinator", 40), await team.as("coordinator")];
  const name = NAMES[4]!;
  const programmeId = await givenProgramme(before);
  const { id: volunteerId } = await addVolunteer(before, { programmeId, personId: own.members[4]! });
  const met = { volunteerId, on: before.today, result: "met" as const, quantity: 1, reason: "" };
  await recordEvidence(before, { ...met, requirement: "training", quantity: 3, lastValidOn: addDays(now.today, -1) });
  await recordEvidence(before, { ...met, requirement: "screening" });
  await appraiseVolunteers(before, { volunteerIds: [volunteerId], outcome: "service_team", words: "" });
  for (const requirement of ["agreement", "consent"]) await recordEvidence(before, { ...met, requirement });
  const page = await enter("worker");
  await page.goto(at());
  const toMend = page.getByRole("region", { name: "要补办的" });
  expect(await toMend.innerText()).toMatch(new RegExp(`${name}[^]*暂时不能上岗[^]*社区老友[^]*已失效[^]*培训 已过期`));
  await expectSound(page);
  await shoot(page, "teams-to-mend");
  await page.goto(at("/week"));
  await page.getByRole("link", { name: "下一周" }).click();
  await page.locator(".team-shift").first().waitFor();
  const cell = page.locator(`.team-shift:has([name="memberId"] option:text-is("${name}"))`).first();
  await cell.getByText("改…").click();
  await cell.locator('[name="memberId"]').selectOption({ label: name });
  await cell.getByRole("button", { name: "保存" }).click();
  await page.getByText("那天不能上岗").first().waitFor();
  await expectSound(page);
  const office = await enter("coordinator");
  await office.goto(`${site.url}/volunteers/${volunteerId}/evidence`);
  await office.locator('[name="requirement"]').selectOption("training");
  await office.locator('[name="quantity"]').fill("3");
  await expectSound(office);
  await press(office, "登记");
  await office.waitForURL(new RegExp(`/volunteers/${volunteerId}$`));
  await page.goto(at());
  await page.getByRole("heading", { name: "队员（18 位）" }).waitFor();
  expect(await page.getByText("暂时不能上岗").count()).toBe(0);
});

test("a team that goes on in another: what is open is handed on, it is closed, and found again among those closed", async () => {
  const worker = await team.as("worker");
  const { id } = await foundTeam(worker, aTeam(worker, { name: "水池巷小队" }));
  const { id: elderId } = await addElder(worker, id, NewElder.parse({ personId: own.elders[0]!, level: "weekly", kinds: ["call"] }));
  await askTeam(worker, id, NewRequest.parse({ elderId, kind: "call", wantedOn: worker.today, wantedPart: "evening" }));
  for (const personId of await givenPersons(worker, [{ name: "柳凤英" }, { name: "尤大海" }])) await addMember(worker, id, { personId, joinedOn: worker.today });
  const page = await enter("worker");
  await page.goto(`${site.url}/teams/${id}/week`);
  await press(page, "排这一周");
  await page.locator(".team-shift").first().waitFor();
  await page.goto(`${site.url}/teams/${id}/close`);
  await page.getByRole("heading", { name: "照看着的老人（1 位）" }).waitFor();
  await expectSound(page);
  await page.getByText("交给别的队…").click();
  await page.locator('[name="toTeam"]').selectOption({ label: "东里暖邻队" });
  await press(page, "交过去");
  await page.getByRole("heading", { name: "照看着的老人（1 位）" }).waitFor({ state: "detached" });
  await press(page, "从今天起不再值班");
  await page.getByRole("heading", { name: "可以结束了" }).waitFor();
  await expectSound(page);
  await page.locator('[name="reason"]').selectOption("merged");
  await press(page, "结束小队");
  await page.getByRole("heading", { name: /已结束$/ }).first().waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/teams`);
  await page.getByRole("link", { name: "东里暖邻队" }).first().waitFor();
  expect(await page.getByText("水池巷小队").count()).toBe(0);
  await page.goto(`${site.url}/teams?state=closed`);
  await page.getByRole("link", { name: "水池巷小队" }).first().waitFor();
  await expectSound(page);
  await page.goto(`${site.url}/teams/${id}`);
  await page.getByText("已经结束：并到别的队").waitFor();
  await page.goto(`${site.url}/teams/${id}/close`);
  await press(page, "重新开始");
  await page.getByRole("heading", { name: "队员（2 位）" }).waitFor();
});

test("her pages are sound on a desk, a phone, in the dark, in large type and at 320 px; another team's do not exist for her", async () => {
  const narrow: Look = { name: "narrow-elder", options: { viewport: { width: 320, height: 640 } }, preferences: "mode=elder" };
  const waiting = (await showTeam(await team.as("worker"), own.teamId)).requests.find(({ state }) => state === "open");
  for (const look of [...LOOKS, narrow]) {
    const page = await enter("lead", look);
    for (const path of ["", "/week", "/ask"]) {
      await page.goto(at(path));
      await page.locator("h1").waitFor();
      await expectSound(page);
      await shoot(page, `teams${path.replace("/", "-")}-${look.name}`);
    }
    await page.goto(`${site.url}/team-requests/${waiting!.id}`);
    await page.locator("h1").waitFor();
    await expectSound(page);
  }
  const worker = await team.as("worker");
  const { id: other } = await foundTeam(worker, aTeam(worker, { name: "别的队" }));
  const page = await enter("lead");
  expect((await page.goto(`${site.url}/teams/${other}`))!.status()).toBe(404);
  expect((await page.goto(`${site.url}/people`))!.status()).toBe(403);
});
