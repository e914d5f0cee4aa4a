import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aPerson, givenPerson, givenPersons } from "../../testing.ts";
import { mergePersonsIn } from "../merging/merge-persons.ts";
import { createPersons } from "./create-persons.ts";
import { findSamePersons } from "./find-same-persons.ts";
import { personCards } from "./person-cards.ts";
import { listPersonRows } from "../../store/persons/list-persons.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write", "people.read"] }), t);

test("adds persons with everything known of them, ids in the order given", async () => {
  const session = worker();
  const persons = [
    aPerson({ name: "曾国敏", identifiers: [{ system: "resident_id", value: "11010519491231002x" }], disability: { type: 4, grade: 2 }, situations: [{ kind: "long_at_home", value: "yes" }] }),
    aPerson({ name: "阿依古丽·买买提", contacts: [], interests: ["下棋"], languages: ["手语"] }),
  ];
  const ids = await givenPersons(session, persons);
  const cards = await session.read((tx) => personCards(tx, session.actor.orgId, ids));
  expect(cards.get(ids[0]!)).toMatchObject({ name: "曾国敏", disabilityType: 4, disabilityGrade: 2, longAtHome: "yes", phones: [{ value: "13812345678", whose: "self" }] });
  expect(cards.get(ids[1]!)).toMatchObject({ name: "阿依古丽·买买提", phones: [] });
});

test("keeps identity numbers sealed: neither the table nor the audit trail holds one", async () => {
  const session = worker();
  const id = await givenPerson(session, { identifiers: [{ system: "resident_id", value: "440524188001010014" }] });
  const { rows } = await t.owner.query("select sealed, blind, last4 from people.identifiers where person_id = $1", [id]);
  expect(rows[0].last4).toBe("0014");
  expect(rows[0].sealed.toString("latin1")).not.toContain("440524188001010014");
  const trail = await t.owner.query("select details::text from audit.entries where subject_id = $1", [id]);
  expect(trail.rows.map((row) => row.details).join()).not.toContain("440524188001010014");
});

test("several thousand at once are found again, one by one", async () => {
  const session = worker();
  const many = Array.from({ length: 2500 }, (_, index) => aPerson({ name: `王${String.fromCodePoint(0x4e00 + index)}`, contacts: [] }));
  const ids = await givenPersons(session, many);
  expect(new Set(ids).size).toBe(2500);
  const { rows } = await session.read((tx) => listPersonRows(tx, session.actor.orgId, { q: many[1700]!.name }, "2026-11-22"));
  expect(rows.map(({ id }) => id)).toEqual([ids[1700]]);
});

test("finds the same person again by number, by birth and sound, by phone", async () => {
  const session = worker();
  const [first] = await givenPersons(session, [aPerson({ name: "王芳", birthOn: "1980-02-03", identifiers: [{ system: "resident_id", value: "11010519491231002X" }] }), aPerson({ name: "李四", birthOn: "1980-02-03" })]);
  const probes = [
    { name: "王芳", residentId: "11010519491231002x" }, { name: "王方", birthOn: "1980-02-03" }, { name: "王芳", birthOn: "1980-02-03" },
    { name: "王芳", phones: ["13812345678"] }, { name: "赵六", residentId: "11010519491231002X" }, { name: "王芳", birthOn: "1981-02-03" },
  ];
  const found = await session.read((tx) => findSamePersons(session, tx, probes));
  expect(found.map((matches) => matches.map(({ personId, reasons, certain }) => [personId === first, reasons.join(), certain]))).toEqual([
    [[true, "resident_id", true]], [[true, "pinyin_birth", false]], [[true, "name_birth", false]], [[true, "name_phone", false]], [[true, "resident_id", false]], [],
  ]);
});

test("only those who are certain: an equal number and a name that sounds the same, now or before a merge", async () => {
  const session = worker();
  const [wang, zhao] = await givenPersons(session, [
    aPerson({ name: "王芳", birthOn: "1980-02-03", identifiers: [{ system: "resident_id", value: "11010519491231002X" }] }),
    aPerson({ name: "赵小芳", birthOn: "1980-02-03", contacts: [] }),
  ]);
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId: zhao!, mergedId: wang!, reason: "renamed" }));
  const number = "11010519491231002X";
  const probes = [
    { name: "赵小芳", residentId: number }, { name: "王方", birthOn: "1980-02-03", residentId: number }, { name: "王方", residentId: number },
    { name: "王芳", birthOn: "1980-02-03" }, { name: "王芳", phones: ["13812345678"] },
  ];
  const certain = await session.read((tx) => findSamePersons(session, tx, probes, { onlyCertain: true }));
  expect(certain.map((matches) => matches.map(({ personId }) => personId === zhao))).toEqual([[true], [true], [], [], []]);
  const all = await session.read((tx) => findSamePersons(session, tx, probes));
  expect(all.map((matches) => matches.filter((match) => match.certain).map(({ personId }) => personId))).toEqual(certain.map((matches) => matches.map(({ personId }) => personId)));
});

test("a number that a whole office shares still tells who has the same name, now or before a merge", async () => {
  const session = worker();
  const contacts = [{ kind: "landline" as const, value: "0871-65548529" }];
  const ids = await givenPersons(session, Array.from({ length: 60 }, (_, index) => aPerson({ name: `王${String.fromCodePoint(0x6000 + index * 7)}`, birthOn: null, contacts })));
  const [survivor] = await givenPersons(session, [aPerson({ name: "赵小芳", birthOn: null, contacts: [] })]);
  const [merged] = await givenPersons(session, [aPerson({ name: "钱小芳", birthOn: null, contacts })]);
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId: survivor!, mergedId: merged!, reason: "renamed" }));
  const phones = ["0871-65548529"];
  const found = await session.read((tx) => findSamePersons(session, tx, [{ name: `王${String.fromCodePoint(0x6000 + 55 * 7)}`, phones }, { name: "钱小芳", phones }, { name: "孙小芳", phones }]));
  expect(found[0]!.map(({ personId }) => personId)).toContain(ids[55]);
  expect(found[1]!.map(({ personId, reasons }) => [personId, reasons.join()])).toEqual([[survivor, "name_phone"]]);
  expect(found[2]).toEqual([]);
});

test("of a fact given twice the first stays", async () => {
  const session = worker();
  const [id] = await givenPersons(session, [aPerson({
    situations: [{ kind: "employment", value: "在家" }, { kind: "employment", value: "工厂" }, { kind: "long_at_home", value: "no" }],
    roles: [{ role: "service_user", fromOn: "2026-01-01" }, { role: "service_user", fromOn: "2026-02-01" }],
  })]);
  const { rows: situations } = await t.owner.query("select value from people.situations where person_id = $1 order by kind", [id]);
  expect(situations.map(({ value }) => value)).toEqual(["在家", "no"]);
  const { rows: roles } = await t.owner.query("select from_on::text as on_day from people.role_episodes where person_id = $1", [id]);
  expect(roles).toEqual([{ on_day: "2026-01-01" }]);
});

test("a reader may not add, and another organisation sees nobody", async () => {
  const session = worker();
  const id = await givenPerson(session);
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(reader.write("x", null, (tx) => createPersons(reader, tx, [aPerson()], { source: "hand" }))).rejects.toMatchObject({ reason: "access.not_allowed" });
  const stranger = worker();
  expect((await stranger.read((tx) => personCards(tx, stranger.actor.orgId, [id]))).size).toBe(0);
  expect((await stranger.read((tx) => personCards(tx, session.actor.orgId, [id]))).size).toBe(0);
});
