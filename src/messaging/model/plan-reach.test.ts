import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsFault } from "./check-words.ts";
import { joinedTo, type PersonKnown, planReach } from "./plan-reach.ts";

const aPerson = (over: Partial<PersonKnown> = {}): PersonKnown => ({ personId: "p", barred: null, underAge: false, accountId: null, phones: [], guardians: [], forbidden: new Set(), ...over });
const aGuardian = (over: object = {}) => ({ accountId: null, phones: ["13900000001"], mustNot: false, optedOut: false, ...over });

test.each([
  ["an account before a telephone", aPerson({ accountId: "a", phones: ["13800000000"] }), { reachedBy: "app", phone: null }],
  ["a telephone", aPerson({ phones: ["13800000000"] }), { reachedBy: "text", phone: "13800000000" }],
  ["neither", aPerson(), { reason: "no_address" }],
  ["only somebody who must not be contacted", aPerson({ phones: ["13800000000"], forbidden: new Set(["13800000000"]) }), { reason: "must_not_contact" }],
  ["whatever bars it", aPerson({ barred: "opted_out", accountId: "a" }), { reason: "opted_out" }],
  ["under age: the guardian", aPerson({ underAge: true, accountId: "a", guardians: [aGuardian()] }), { reachedBy: "text", phone: "13900000001", guardian: true }],
  ["under age: the guardian who may", aPerson({ underAge: true, guardians: [aGuardian({ mustNot: true }), aGuardian({ phones: ["13900000002"] })] }), { phone: "13900000002", guardian: true }],
  ["under age, no guardian known", aPerson({ underAge: true, phones: ["13800000000"] }), { reason: "no_guardian" }],
  ["under age, the only guardian must not be contacted", aPerson({ underAge: true, guardians: [aGuardian({ mustNot: true })] }), { reason: "must_not_contact" }],
  ["under age, the guardian wants no more", aPerson({ underAge: true, guardians: [aGuardian({ optedOut: true })] }), { reason: "opted_out" }],
] as const)("reached by: %s", (_, person, reach) => {
  expect(planReach(person)).toMatchObject(reach);
});

const ways = fc.record({ accountId: fc.option(fc.constantFrom("a", "b"), { nil: null }), phones: fc.uniqueArray(fc.constantFrom("1", "2", "3"), { maxLength: 2 }) });
const people = fc.record({
  barred: fc.constantFrom(null, null, "no_contact" as const, "opted_out" as const), underAge: fc.boolean(), forbidden: fc.uniqueArray(fc.constantFrom("1", "2", "3")).map((all) => new Set(all)),
  guardians: fc.array(fc.tuple(ways, fc.record({ mustNot: fc.boolean(), optedOut: fc.boolean() })).map(([way, more]) => ({ ...way, ...more })), { maxLength: 2 }), way: ways,
}).map(({ way, ...more }) => aPerson({ ...way, ...more }));

test("nobody is reached who is barred, nobody under age themselves, no forbidden number; whoever is not reached has a reason", () => {
  fc.assert(fc.property(people, (person) => {
    const reach = planReach(person);
    expect(reach.reachedBy === "none").toBe(reach.reason !== null);
    if (person.barred) expect(reach.reason).toBe(person.barred);
    if (reach.reachedBy !== "none") expect(reach.guardian).toBe(person.underAge);
    if (reach.phone) expect(person.forbidden.has(reach.phone)).toBe(false);
  }), { numRuns: 2000 });
});

test("each address has one first comer, and everybody else behind it is joined to them", () => {
  fc.assert(fc.property(fc.array(people, { maxLength: 12 }), (all) => {
    const reaches = all.map(planReach);
    const joined = joinedTo(reaches);
    const leaving = reaches.filter(({ reachedBy }, index) => reachedBy !== "none" && joined[index] === null).map(({ accountId, phone }) => accountId ?? phone);
    expect(new Set(leaving).size).toBe(leaving.length);
    for (const [index, first] of joined.entries()) if (first !== null) expect(reaches[first]!.accountId ?? reaches[first]!.phone).toBe(reaches[index]!.accountId ?? reaches[index]!.phone);
  }));
});

test("a text names nobody it goes to, and holds no identity number", () => {
  expect(wordsFault("周三下午活动照常", ["王秀珍"])).toBeNull();
  expect(wordsFault("王秀珍请带水杯", ["王秀珍"])).toBe("names_somebody");
  expect(wordsFault("号码 11010519491231002x", [])).toBe("identity_number");
});
