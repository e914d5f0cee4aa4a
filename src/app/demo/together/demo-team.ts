import { addDays } from "../../../kernel/calendar.ts";
import { chooseBirthday, createPersons, personCards, personIdsOf, recordConsents } from "../../../people/index.ts";
import { lunarOf } from "../../../kernel/lunar.ts";
import type { Session } from "../../../platform/db/session.ts";
import { addElder, addMember, answerSwap, askSwap, askTeam, closeTeam, endRota, foundTeam, handOver, planWeek, showWeek, stepMember, stepRequest } from "../../../teams/index.ts";
import { addVolunteer, appraiseVolunteers, recordEvidence } from "../../../volunteering/index.ts";
import type { Cast } from "../demo-cast.ts";

/** Days before today on which the team begins. */
const BEGAN = 30;
/** The lead is 74; the others are about 70. */
const MEMBERS = ["纪桂芳", "刘玉兰", "张国栋", "赵德胜", "孙秀英", "钱淑珍", "郑万福", "冯桂香", "陈永年", "褚凤琴", "卫长河", "蒋素云", "沈秋菊", "韩有田", "杨慧芬", "朱顺昌", "秦玉珍", "许来顺"];
const ELDERS = [["王奶奶", "王秀珍", 1938], ["李大爷", "李广田", 1941], ["周奶奶", "周桂英", 1936], ["吴大爷", "吴德全", 1944], ["何奶奶", "何淑贤", 1940], ["高奶奶", "高玉芝", 1947], ["马大爷", "马占山", 1945], ["罗奶奶", "罗凤仙", 1942]] as const;
const NEEDS = [["often", ["company", "errand"], "敲门要等一会儿"], ["weekly", ["company"], ""], ["often", ["call", "laundry"], "钥匙在对门"], ["on_call", ["repair"], ""], ["weekly", ["escort", "errand"], "喜欢听戏"], ["on_call", ["company"], ""], ["weekly", ["call"], "下午才有空"], ["on_call", ["errand"], ""]] as const;
/** What was asked for: which elder, what, how many days ago it was wanted, and who did it after how many minutes. */
const DONE = [[0, "errand", 6, 1, 30, "药和菜都送到了，腿还是肿，请社工问问医生"], [2, "call", 5, 3, 30, ""], [1, "company", 4, 0, 90, "下了三盘棋"], [4, "escort", 3, 7, 60, "陪着去了菜场，走得慢"], [0, "company", 2, 5, 60, ""], [6, "call", 1, 2, 30, "孙子要结婚了，高兴"]] as const;

/** A team of eighteen led by a woman of 74: four weeks of turns, a week of requests, a swap that waits; one request nobody took, one member whose training ran out. */
export async function seedTeam(cast: Cast, friendsId: string): Promise<void> {
  const begin = await cast.as("worker", BEGAN);
  const [communityId] = await anyCommunity(cast, begin);
  const people = await begin.write("demo.team", null, async (tx) => {
    const ids = await createPersons(begin, tx, [
      ...MEMBERS.map((name, index) => ({ name, birthOn: `${index === 0 ? 1952 : 1953 + (index % 6)}-03-1${index % 9}`, birthPrecision: "day" as const, ...(communityId && { communityId }) })),
      ...ELDERS.map(([preferredName, name, year], index) => ({ name, preferredName, birthOn: `${year}-05-2${index % 8}`, birthPrecision: "day" as const, contacts: [{ kind: "landline" as const, value: `0871-6552${String(1100 + index)}` }], ...(communityId && { communityId }) })),
    ], { source: "demo" });
    await recordConsents(begin, tx, ids.slice(MEMBERS.length).map((personId) => ({ personId, purpose: "be_matched" as const, state: "given" as const, capacity: "self" as const, fromOn: begin.today, channel: "in_person" as const })));
    return ids;
  });
  const soon = lunarOf(addDays((await cast.as("worker")).today, 2));
  await chooseBirthday(begin, people[MEMBERS.length]!, { calendar: "lunar", lunarMonth: soon.month, lunarDay: soon.day });
  await cast.addVolunteer(MEMBERS[0]!, people[0]!, "lead");
  const { id: teamId } = await foundTeam(begin, { name: "东里暖邻队", areaWords: "东里一至四巷", fromAge: 75, parts: ["morning", "afternoon"], begunOn: begin.today });
  const members: string[] = [];
  for (const personId of people.slice(0, MEMBERS.length)) members.push((await addMember(begin, teamId, { personId, joinedOn: begin.today })).id);
  await stepMember(begin, teamId, { memberId: members[0]!, part: "lead" });
  for (const memberId of members.slice(1, 3)) await stepMember(begin, teamId, { memberId, part: "deputy" });
  const elders: string[] = [];
  for (const [index, personId] of people.slice(MEMBERS.length).entries()) {
    const [level, kinds, note] = NEEDS[index]!;
    elders.push((await addElder(begin, teamId, { personId, level, kinds: [...kinds], note, why: "" })).id);
  }
  for (const daysAgo of [28, 21, 14, 7, 0]) {
    const day = await cast.as("lead", daysAgo);
    await planWeek(day, teamId, addDays(day.today, 7));
  }
  await tellWeek(cast, teamId, members, elders);
  await tellMerged(cast, teamId, people.slice(MEMBERS.length).at(-2)!);
  await tellLapsed(cast, friendsId, people[MEMBERS.indexOf("杨慧芬")]!);
}

/** A small team nearby that went on in this one: whom it looked after was handed over, and it was closed. */
async function tellMerged(cast: Cast, teamId: string, personId: string): Promise<void> {
  const [begin, end] = [await cast.as("worker", BEGAN - 1), await cast.as("worker", 3)];
  const { id } = await foundTeam(begin, { name: "水池巷小队", areaWords: "水池巷", fromAge: 75, parts: ["morning"], begunOn: begin.today });
  const ids = await begin.write("demo.small_team", null, (tx) => createPersons(begin, tx, ["柳凤英", "尤大海"].map((name) => ({ name, birthOn: "1954-06-01", birthPrecision: "day" as const })), { source: "demo" }));
  for (const one of ids) await addMember(begin, id, { personId: one, joinedOn: begin.today });
  const { id: elderId } = await addElder(begin, id, { personId, level: "weekly", kinds: ["call"], note: "", why: "" });
  await planWeek(end, id, addDays(end.today, 7));
  await endRota(end, id);
  await handOver(end, id, { elderId, toTeam: teamId });
  await closeTeam(end, id, { closedOn: end.today, reason: "merged", words: "两条巷子挨着，并到东里暖邻队" });
}

/** A member who is a friend in the programme as well. Her training held until three days ago: until it is there again she gets no turn, and no request. */
async function tellLapsed(cast: Cast, programmeId: string, personId: string): Promise<void> {
  const day = await cast.as("coordinator", BEGAN - 1);
  const { id: volunteerId } = await addVolunteer(day, { programmeId, personId });
  const met = { volunteerId, on: day.today, result: "met" as const, quantity: 1, reason: "" };
  await recordEvidence(day, { ...met, requirement: "training", quantity: 3, lastValidOn: (await cast.as("coordinator", 3)).today, reason: "培训证上写着的最后一天" });
  await recordEvidence(day, { ...met, requirement: "screening" });
  await appraiseVolunteers(day, { volunteerIds: [volunteerId], outcome: "service_team", words: "" });
  for (const requirement of ["agreement", "consent"]) await recordEvidence(day, { ...met, requirement });
}

async function tellWeek(cast: Cast, teamId: string, members: readonly string[], elders: readonly string[]): Promise<void> {
  for (const [elder, kind, daysAgo, member, minutes, words] of DONE) {
    const day = await cast.as("lead", daysAgo);
    const { id } = await askTeam(day, teamId, { elderId: elders[elder]!, kind, words: "", wantedOn: day.today, wantedPart: "morning" });
    await stepRequest(day, id, { kind: "taken", memberId: members[member]!, words: "" });
    await stepRequest(day, id, { kind: "done", memberId: members[member]!, minutes, words });
  }
  const [yesterday, now] = [await cast.as("lead", 1), await cast.as("lead")];
  await askTeam(yesterday, teamId, { elderId: elders[3]!, kind: "repair", words: "厨房的灯不亮了", wantedOn: yesterday.today, wantedPart: "afternoon" });
  const { id: taken } = await askTeam(now, teamId, { elderId: elders[0]!, kind: "company", words: "想有人说说话", wantedOn: now.today, wantedPart: "afternoon" });
  await stepRequest(now, taken, { kind: "taken", words: "" });
  await askTeam(now, teamId, { elderId: elders[5]!, kind: "errand", words: "买一袋米", wantedOn: addDays(now.today, 1), wantedPart: "morning" });
  const { shifts } = await showWeek(now, teamId, addDays(now.today, 7));
  const ofLead = new Set(shifts.filter(({ memberId }) => memberId === members[0]).map(({ onDay }) => onDay));
  const [first, second] = shifts.filter(({ onDay, memberId }) => !ofLead.has(onDay) && memberId !== null);
  await askSwap(now, teamId, { shiftId: first!.id, toMember: members[0]!, forShift: null });
  const free = members.find((id) => shifts.every(({ memberId }) => memberId !== id))!;
  await answerSwap(now, teamId, { swapId: (await askSwap(now, teamId, { shiftId: second!.id, toMember: free, forShift: null })).id, answer: "agreed" });
}

async function anyCommunity(cast: Cast, session: Session): Promise<string[]> {
  return session.read(async (tx) => {
    const ids = (await personIdsOf(tx, cast.orgId, { ageFrom: 60, ageTo: 90 }, session.today)).slice(0, 20);
    return [...(await personCards(tx, cast.orgId, ids)).values()].flatMap((card) => card.communityId ?? []);
  });
}
