import { expect, test } from "vitest";
import { givenStreet, givenUnit } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import type { PersonFilter } from "../../model/filter/person-filter.ts";
import { personIdsOf } from "../../store/persons/list-persons.ts";
import { aPerson, givenPerson, givenPersons } from "../../testing.ts";
import { recordConsent } from "../consents/record-consents.ts";
import { exportPersons } from "./export-persons.ts";
import { listPersons } from "./list-persons.ts";
import { mapPersons } from "./map-persons.ts";
import { peopleFound } from "./people-found.ts";
import { placeChoices } from "./place-choices.ts";
import { searchPersons } from "./search-persons.ts";

const t = testDatabase();
const worker = (capabilities = ["people.write", "people.read", "people.reveal"]) => sessionOf(anActor({ capabilities }), t);
const names = async (session: Session, filter: PersonFilter) => (await listPersons(session, filter)).rows.map(({ name }) => name);

async function givenSix(session: Session) {
  const { communityIds } = await givenStreet(session);
  const [jinsha, xiziying] = [communityIds["金沙社区"]!, communityIds["席子营社区"]!];
  const lane = await givenUnit(session, { kind: "lane", name: "二巷", parentId: jinsha });
  const ids = await givenPersons(session, [
    aPerson({ name: "张三", birthOn: "1981-11-22", communityId: jinsha, laneId: lane, situations: [{ kind: "long_at_home", value: "yes" }], disability: { type: 4, grade: 2 } }),
    aPerson({ name: "曾国敏", birthOn: "1980-11-22", communityId: jinsha, situations: [{ kind: "long_at_home", value: "yes" }] }),
    aPerson({ name: "李四", sex: "female", birthOn: "2010-11-22", communityId: xiziying, situations: [{ kind: "long_at_home", value: "no" }], contacts: [] }),
    aPerson({ name: "阿依", birthOn: null, communityId: xiziying, roles: [{ role: "volunteer", fromOn: "2026-01-01" }], interests: ["下棋"] }),
    aPerson({ name: "单雄", birthOn: "2010-11-23", deceasedOn: "2026-02-01", disability: { type: 4, grade: 1 } }),
    aPerson({ name: "王五", birthOn: "1950-01-01" }),
  ]);
  return { ids, jinsha, xiziying, lane };
}

test("everybody by the sound of their name, surnames read as surnames, page by page", async () => {
  const session = worker();
  await givenSix(session);
  const all = ["阿依", "李四", "单雄", "王五", "曾国敏", "张三"];
  expect(await names(session, {})).toEqual(all);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPersons>> = await listPersons(session, {}, { after, limit: 2 });
    expect(page.persons).toBe(6);
    seen.push(...page.rows.map(({ name }) => name));
    after = page.next;
  } while (after);
  expect(seen).toEqual(all);
  await expect(listPersons(session, {}, { after: "x" })).rejects.toMatchObject({ reason: "platform.cursor_unknown" });
});

test("each filter alone and together", async () => {
  const session = worker();
  const { jinsha, xiziying, lane, ids } = await givenSix(session);
  const cases: readonly (readonly [PersonFilter, string[]])[] = [
    [{ longAtHome: "yes", ageFrom: 16, ageTo: 45 }, ["张三"]], [{ ageFrom: 16, ageTo: 45 }, ["李四", "张三"]], [{ longAtHome: "unknown" }, ["阿依", "单雄", "王五"]],
    [{ communityIds: [jinsha] }, ["曾国敏", "张三"]], [{ communityIds: [jinsha, xiziying], sex: "female" }, ["李四"]], [{ laneIds: [lane] }, ["张三"]], [{ noCommunity: true }, ["单雄", "王五"]],
    [{ disabilityTypes: [4] }, ["单雄", "张三"]], [{ disabilityTypes: [4], disabilityGrades: [2] }, ["张三"]], [{ hasPhone: false }, ["李四"]], [{ role: "volunteer" }, ["阿依"]],
    [{ interest: "下棋" }, ["阿依"]], [{ living: false }, ["单雄"]], [{ living: true, disabilityTypes: [4] }, ["张三"]], [{ q: "zs", longAtHome: "yes" }, ["张三"]], [{ ids: [ids[5]!, ids[0]!] }, ["王五", "张三"]],
  ];
  for (const [filter, expected] of cases) {
    const ids = await session.read((tx) => personIdsOf(tx, session.actor.orgId, filter, session.today));
    expect([filter, await names(session, filter), (await mapPersons(session, filter)).persons, ids.length]).toEqual([filter, expected, expected.length, expected.length]);
  }
});

test("the places to choose from are those that stand today", async () => {
  const session = worker();
  const { lane, jinsha } = await givenSix(session);
  const { communities, lanes } = await placeChoices(session);
  expect([communities.map(({ name }) => name).toSorted(), lanes]).toEqual([["月牙塘社区", "席子营社区", "金沙社区"].toSorted(), [{ id: lane, name: "二巷", parentId: jinsha }]]);
});

test("counts by community and lane add up", async () => {
  const session = worker();
  const { jinsha, lane } = await givenSix(session);
  const { byPlace, persons, units } = await mapPersons(session, {});
  expect(persons).toBe(6);
  expect(byPlace).toContainEqual({ communityId: jinsha, laneId: lane, persons: 1 });
  expect(units.map(({ name }) => name)).toContain("二巷");
});

test("a line holds nothing sensitive", async () => {
  const session = worker();
  await givenPerson(session, { disability: { type: 6, grade: 1 }, identifiers: [{ system: "resident_id", value: "440524188001010014" }] });
  const [row] = (await listPersons(session, {})).rows;
  expect(Object.keys(row!).toSorted()).toEqual(["address", "birthOn", "birthPrecision", "communityId", "communityName", "deceasedOn", "id", "laneId", "laneName", "longAtHome", "name", "phone", "phoneRelation", "phoneWhose", "preferredName", "sex"]);
});

test("who withdraws the consent to be kept is gone from list, count, map, search and export at once, and back when given again", async () => {
  const session = worker();
  const personId = await givenPerson(session, { name: "张三" });
  const consent = { personId, purpose: "keep_data", capacity: "self", fromOn: "2026-11-01", channel: "phone" } as const;
  await recordConsent(session, { ...consent, state: "withdrawn" });
  const seen = async () => [(await listPersons(session, {})).persons, (await mapPersons(session, {})).persons, (await searchPersons(session, "zs")).length, (await exportPersons(session, { filter: {}, purpose: "internal_work", note: "" })).length];
  expect(await seen()).toEqual([0, 0, 0, 0]);
  expect(await names(session, { withheld: true })).toEqual(["张三"]);
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(listPersons(reader, { withheld: true })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await recordConsent(session, { ...consent, state: "given", fromOn: "2026-11-02" });
  expect(await seen()).toEqual([1, 1, 1, 1]);
});

test("an export says what it was for, without the name that was typed; one to share holds only those who agreed", async () => {
  const session = worker();
  const [first] = await givenPersons(session, [aPerson({ name: "张三" }), aPerson({ name: "张山" })]);
  await recordConsent(session, { personId: first!, purpose: "share", state: "given", capacity: "self", fromOn: "2026-01-01", channel: "paper" });
  expect((await exportPersons(session, { filter: { q: "zhangshan" }, purpose: "report_to_street", note: "月报" })).map(({ name }) => name)).toEqual(["张山"]);
  expect((await exportPersons(session, { filter: {}, purpose: "share", note: "" })).map(({ name }) => name)).toEqual(["张三"]);
  const { rows } = await t.owner.query("select details from audit.entries where org_id = $1 and action = 'persons.exported' order by seq", [session.actor.orgId]);
  expect(rows.map(({ details }) => details)).toEqual([{ purpose: "report_to_street", note: "月报", persons: 1, filter: { q: true } }, { purpose: "share", note: "", persons: 1, filter: {} }]);
});

test("a search tells two of one name apart, and says whose role it is", async () => {
  const session = worker();
  await givenSix(session);
  expect(await searchPersons(session, "ay")).toMatchObject([{ name: "阿依", communityName: "席子营社区", roles: ["volunteer"] }]);
  expect(await searchPersons(session, "   ")).toEqual([]);
  expect(await peopleFound(session, { q: "ay", limit: 5 }, "zh")).toEqual({ title: "居民", lines: [{ to: expect.stringMatching(/^\/people\//), title: "阿依", detail: "席子营社区 · 志愿者" }] });
  expect(await peopleFound(worker(["places.read"]), { q: "ay", limit: 5 }, "zh")).toBeNull();
});

test("a clerk and another organisation see nobody", async () => {
  const session = worker();
  await givenSix(session);
  const clerk = sessionOf(anActor({ capabilities: ["places.read"], orgId: session.actor.orgId }), t);
  for (const attempt of [() => listPersons(clerk, {}), () => mapPersons(clerk, {}), () => searchPersons(clerk, "zs"), () => exportPersons(clerk, { filter: {}, purpose: "share", note: "" })]) {
    await expect(attempt()).rejects.toMatchObject({ reason: "access.not_allowed" });
  }
  expect((await listPersons(worker(), {})).persons).toBe(0);
});
