import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, ageOn, daysBetween } from "#kernel/calendar.ts";
import { friendPolicy, requirement } from "./default-policy.ts";
import type { Fact } from "./fact.ts";
import { pathwayTimeline, type Status, volunteerStatus } from "./volunteer-status.ts";
import type { PolicyVersion, Requirement } from "./requirement.ts";

const START = "2025-01-01";
const SPAN_DAYS = 420;
const KEYS = ["application", "training", "screening", "appraisal", "agreement", "insurance", "guardian_consent"];

const dayArb = fc.integer({ min: 0, max: SPAN_DAYS }).map((days) => addDays(START, days));

const factArb: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 10, arbitrary: fc.record({
    id: fc.uuid(), kind: fc.constant("evidence" as const), requirement: fc.constantFrom(...KEYS), on: dayArb,
    result: fc.constantFrom("met" as const, "met" as const, "met" as const, "met" as const, "pending" as const, "refused" as const, "withdrawn" as const),
    quantity: fc.integer({ min: 1, max: 2 }), placement: fc.constantFrom("service_team" as const, "reserve" as const),
  }).chain((fact) => fc.record({ reference: fc.constantFrom(undefined, "s1", "s2"), lastValidOn: fc.option(dayArb, { nil: undefined, freq: 5 }) })
    .map((more) => ({ ...fact, ...(more.reference ? { reference: more.reference } : {}), ...(more.lastValidOn ? { lastValidOn: more.lastValidOn } : {}) }))) },
  { weight: 2, arbitrary: fc.record({ id: fc.uuid(), kind: fc.constant("exemption" as const), requirement: fc.constantFrom("training", "screening"), on: dayArb, untilOn: dayArb, reason: fc.constant("理由") }) },
  { weight: 1, arbitrary: fc.record({ id: fc.uuid(), kind: fc.constantFrom("removed" as const, "reinstated" as const), on: dayArb, reason: fc.constant("理由") }) },
);

const requirementsArb: fc.Arbitrary<Requirement[]> = fc.record({ sessions: fc.integer({ min: 1, max: 3 }), valid: fc.constantFrom(null, 30, 120), insured: fc.boolean(), binds: fc.boolean() })
  .map(({ sessions, valid, insured, binds }) => [
    requirement("application", "application", "approval"),
    requirement("training", "training", "approval", { needed: sessions, validDays: valid, exemptable: true }),
    requirement("screening", "screening", "approval", { validDays: 90 }),
    requirement("appraisal", "appraisal", "placement", { validDays: valid }),
    requirement("agreement", "agreement", "service", { validDays: 200 }),
    ...(insured ? [requirement("insurance", "insurance", "service", { bindsAtOnce: binds })] : []),
  ]);

const grandfatheringArb = fc.oneof(
  fc.constant({ rule: "none" as const }), fc.constant({ rule: "keep" as const }),
  fc.integer({ min: 1, max: 90 }).map((days) => ({ rule: "grace" as const, days })),
);

const versionsArb: fc.Arbitrary<PolicyVersion[]> = fc.tuple(requirementsArb, fc.array(fc.tuple(requirementsArb, grandfatheringArb, dayArb), { maxLength: 2 }))
  .map(([first, later]) => [
    { ...friendPolicy(START), requirements: first },
    ...later.map(([requirements, grandfathering, effectiveOn], index): PolicyVersion => ({ ...friendPolicy(effectiveOn), version: index + 2, requirements, grandfathering })),
  ].filter((one, index, all) => all.findIndex(({ effectiveOn }) => effectiveOn === one.effectiveOn) === index));

const caseArb = fc.record({
  versions: versionsArb, birthOn: fc.constantFrom("1990-03-03", "2007-09-01", "2012-01-01", null),
  facts: fc.array(factArb, { minLength: 4, maxLength: 18 }), on: dayArb,
});

test("10,000 random timelines with policy changes: agrees with an oracle that walks every single day", () => {
  fc.assert(fc.property(caseArb, ({ versions, birthOn, facts, on }) => {
    const answer = volunteerStatus(versions, { birthOn, facts }, on);
    expect({ status: answer.status, mayServe: answer.mayServe }).toEqual(oracle(versions, birthOn, facts, on));
  }), { numRuns: 10_000 });
});

test("without ends, refusals, removals and new versions nobody ever steps back", () => {
  const RANK: Record<Status, number> = { prospect: 0, applicant: 1, approved: 2, reserve: 3, service_team: 3, lapsed: -1, removed: -1 };
  const lasting = friendPolicy(START).requirements.map((one) => ({ ...one, validDays: null }));
  fc.assert(fc.property(fc.array(factArb, { maxLength: 20 }), (all) => {
    const facts = all.filter((fact) => fact.kind === "evidence" && fact.lastValidOn === undefined && (fact.result === "met" || fact.result === "pending"));
    const ranks = pathwayTimeline([{ ...friendPolicy(START), requirements: lasting }], { birthOn: "1990-03-03", facts }, addDays(START, SPAN_DAYS)).map(({ status }) => RANK[status]);
    expect(ranks).toEqual([...ranks].sort());
  }), { numRuns: 300 });
});

test("what is recorded tomorrow does not change today", () => {
  fc.assert(fc.property(caseArb, ({ versions, birthOn, facts, on }) => {
    const known = facts.filter((fact) => fact.on <= on);
    expect(volunteerStatus(versions, { birthOn, facts }, on)).toEqual(volunteerStatus(versions, { birthOn, facts: known }, on));
  }), { numRuns: 300 });
});

/** Straight from the words of the rules, one day after another, with no regard to speed. */
function oracle(versions: PolicyVersion[], birthOn: string | null, facts: readonly Fact[], on: string): { status: Status; mayServe: boolean } {
  const log = facts.map((fact, place) => ({ fact, place })).sort((a, b) => a.fact.on.localeCompare(b.fact.on) || a.place - b.place).map(({ fact }) => fact);
  let held: PolicyVersion | undefined;
  let ever = false;
  let answer: { status: Status; mayServe: boolean } = { status: "prospect", mayServe: false };
  for (let day = START; day <= on; day = addDays(day, 1)) {
    const past = log.filter((fact) => fact.on <= day);
    const current = versions.filter(({ effectiveOn }) => effectiveOn <= day).sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn)).at(-1)!;
    const oldTerms = held && held !== current && stillCovered(versions, held, current, day) ? merged(held, current) : undefined;
    const useOld = oldTerms !== undefined && stageDone(oldTerms, "approval", birthOn, past, day);
    const terms = useOld ? oldTerms : current;
    const removed = past.findLast(({ kind }) => kind === "removed" || kind === "reinstated")?.kind === "removed";
    const trained = stageDone(terms, "approval", birthOn, past, day);
    held = trained && !removed ? (useOld ? held : current) : undefined;
    ever = !removed && (ever || trained);
    answer = answerOn(terms, birthOn, past, day, { removed, trained, ever });
  }
  return answer;
}

function answerOn(terms: PolicyVersion, birthOn: string | null, past: Fact[], day: string, { removed, trained, ever }: { removed: boolean; trained: boolean; ever: boolean }): { status: Status; mayServe: boolean } {
  if (removed) return { status: "removed", mayServe: false };
  if (!trained) return { status: ever ? "lapsed" : past.some((fact) => fact.kind === "evidence" && fact.requirement === "application") ? "applicant" : "prospect", mayServe: false };
  const appraisal = terms.requirements.find(({ key }) => key === "appraisal")!;
  if (!satisfied(appraisal, past, day)) {
    const since = sinceClean(past, "appraisal");
    const waiting = since.some((fact) => fact.kind === "evidence" && fact.result === "pending");
    return { status: !waiting && since.some((fact) => fact.kind === "evidence" && fact.result === "met") ? "lapsed" : "approved", mayServe: false };
  }
  const word = past.findLast((fact) => fact.kind === "evidence" && fact.requirement === "appraisal" && fact.result === "met")!;
  const status = (word as { placement: "service_team" | "reserve" }).placement;
  return { status, mayServe: status === "service_team" && stageDone(terms, "service", birthOn, past, day) };
}

function stillCovered(versions: PolicyVersion[], held: PolicyVersion, current: PolicyVersion, day: string): boolean {
  return versions.every((version) => {
    if (version.effectiveOn <= held.effectiveOn || version.effectiveOn > current.effectiveOn) return true;
    if (version.grandfathering.rule === "keep") return true;
    return version.grandfathering.rule === "grace" && daysBetween(version.effectiveOn, day) < version.grandfathering.days;
  });
}

function merged(held: PolicyVersion, current: PolicyVersion): PolicyVersion {
  const now = new Map(current.requirements.filter(({ bindsAtOnce }) => bindsAtOnce).map((one) => [one.key, one]));
  return { ...held, requirements: [...held.requirements.filter(({ key }) => !now.has(key)), ...now.values()] };
}

function stageDone(terms: PolicyVersion, stage: string, birthOn: string | null, past: Fact[], day: string): boolean {
  const own = terms.requirements.filter((one) => one.stage === stage).every((one) => satisfied(one, past, day));
  if (stage !== "approval") return own;
  if (birthOn === null) return false;
  const minor = ageOn(birthOn, day) < 18;
  return own && (!minor || satisfied(requirement("guardian_consent", "guardian_consent", "approval"), past, day));
}

function sinceClean(past: Fact[], key: string): Fact[] {
  let kept: Fact[] = [];
  for (const fact of past) {
    if (fact.kind !== "evidence" || fact.requirement !== key) continue;
    kept = fact.result === "refused" || fact.result === "withdrawn" ? [] : [...kept, fact];
  }
  return kept;
}

function satisfied(rule: Requirement, past: Fact[], day: string): boolean {
  const pieces = new Map<string, number>();
  sinceClean(past, rule.key).forEach((fact, index) => {
    if (fact.kind !== "evidence" || fact.result !== "met") return;
    const alive = fact.lastValidOn !== undefined ? day <= fact.lastValidOn : rule.validDays === null || daysBetween(fact.on, day) <= rule.validDays;
    const name = fact.reference ?? `row ${index}`;
    if (alive && !pieces.has(name)) pieces.set(name, fact.quantity);
  });
  const sum = [...pieces.values()].reduce((a, b) => a + b, 0);
  return sum >= rule.needed || (rule.exemptable && past.some((fact) => fact.kind === "exemption" && fact.requirement === rule.key && fact.untilOn >= day));
}
