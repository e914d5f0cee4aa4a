import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, memberLines } from "./change.ts";
import { GroupStep, MemberStep, readFilter, readMarks } from "./forms.ts";
import { decideMember, decideStep, memberStanding, standingOf, type Ground, type GroupEvent, type MemberEvent } from "./group.ts";
import { MOMENTS, STAGES, type Stage } from "./terms.ts";

const life = (...steps: readonly (Stage | "closed" | "reopened" | "followed_up")[]): GroupEvent[] => steps.map((step, index) => {
  const stage = STAGES.find((one) => one === step) ?? null;
  return { number: index + 1, kind: stage ? "stage" : (step as GroupEvent["kind"]), stage, followUpOn: step === "closed" ? "2026-12-24" : null, onDay: "2026-11-01" };
});
const ground = (standing = standingOf([]), over: Partial<Ground> = {}): Ground => ({ standing, sessionsWithoutLog: 0, membersNow: 4, unratedAfter: 0, ...over });
const to = (stage: Stage, words = "") => GroupStep.parse({ kind: "stage", stage, words });
const closing = GroupStep.parse({ kind: "closed", words: "目标达到了" });

test("a group goes one stage at a time, back only with a reason, and no way leads to its end but through the ending stage", () => {
  expect(standingOf([])).toEqual({ stage: "preparing", closed: false, followUpOn: null });
  expect(decideStep(to("forming"), ground())).toEqual({ allowed: true });
  expect(decideStep(to("forming"), ground(undefined, { membersNow: 1 }))).toMatchObject({ reason: "two_members" });
  expect(decideStep(to("mature"), ground())).toMatchObject({ reason: "one_stage" });
  expect(decideStep(to("forming"), ground(standingOf(life("forming", "turning"))))).toMatchObject({ reason: "words_missing" });
  expect(decideStep(to("forming", "来了三位新人"), ground(standingOf(life("forming", "turning"))))).toEqual({ allowed: true });
  expect(decideStep(to("forming"), ground(standingOf(life("forming"))))).toMatchObject({ reason: "stage_missing" });
  expect(decideStep(closing, ground(standingOf(life("forming", "turning", "mature"))))).toMatchObject({ reason: "end_first" });
});

test("it closes when every session is written up and everybody was asked; then a follow-up, or it opens again", () => {
  const ending = standingOf(life("forming", "turning", "mature", "ending"));
  expect(decideStep(closing, ground(ending, { sessionsWithoutLog: 1 }))).toMatchObject({ reason: "log_missing" });
  expect(decideStep(closing, ground(ending, { unratedAfter: 1 }))).toMatchObject({ reason: "rating_missing" });
  expect(decideStep({ ...closing, words: "" }, ground(ending))).toMatchObject({ reason: "words_missing" });
  expect(decideStep(closing, ground(ending))).toEqual({ allowed: true });
  const closed = standingOf(life("ending", "closed"));
  expect(closed).toEqual({ stage: "ending", closed: true, followUpOn: "2026-12-24" });
  expect(decideStep(to("mature", "x"), ground(closed))).toMatchObject({ reason: "closed" });
  expect(decideStep(GroupStep.parse({ kind: "followed_up", words: "都好" }), ground(closed))).toEqual({ allowed: true });
  expect(standingOf(life("ending", "closed", "followed_up")).followUpOn).toBeNull();
  expect(standingOf(life("ending", "closed", "followed_up", "reopened"))).toMatchObject({ closed: false, stage: "ending" });
  expect(decideStep(GroupStep.parse({ kind: "reopened", words: "x" }), ground(ending))).toMatchObject({ reason: "not_closed" });
});

test("a membership: consent said and taken back, a part only with consent, nothing after leaving", () => {
  const events = (...kinds: readonly MemberEvent["kind"][]): MemberEvent[] => kinds.map((kind, index) => ({ number: index + 1, kind, part: kind === "part" ? "lead" : null, reason: kind === "left" ? "moved" : null, onDay: "2026-11-01" }));
  const step = (given: object) => MemberStep.parse(given);
  expect(memberStanding([])).toEqual({ part: "member", consent: "open", leftOn: null, reason: null });
  expect(memberStanding(events("consented", "part", "consent_withdrawn"))).toMatchObject({ part: "lead", consent: "withdrawn" });
  expect(decideMember(step({ kind: "part", part: "lead" }), memberStanding([]))).toMatchObject({ reason: "consent_first" });
  expect(decideMember(step({ kind: "part", part: "lead" }), memberStanding(events("consented")))).toEqual({ allowed: true });
  expect(decideMember(step({ kind: "consented" }), memberStanding([]))).toMatchObject({ reason: "capacity_missing" });
  expect(decideMember(step({ kind: "consent_withdrawn", capacity: "self" }), memberStanding([]))).toMatchObject({ reason: "consent_first" });
  expect(decideMember(step({ kind: "left" }), memberStanding([]))).toMatchObject({ reason: "reason_missing" });
  expect(decideMember(step({ kind: "consented", capacity: "self" }), memberStanding(events("left")))).toMatchObject({ reason: "left_already" });
});

test("members over the sessions: who came, and the later half against the earlier, the middle one left out", () => {
  const [line, silent] = memberLines(["a", "b"], [
    { memberId: "a", session: 3, state: "present", takingPart: 4 }, { memberId: "a", session: 1, state: "late", takingPart: 1 }, { memberId: "a", session: 2, state: "present", takingPart: 3 }, { memberId: "a", session: 4, state: "absent", takingPart: null },
    { memberId: "b", session: 1, state: "present", takingPart: null },
  ]);
  expect(line).toMatchObject({ came: 3, marked: 4, change: 3 });
  expect(silent).toMatchObject({ came: 1, marked: 1, change: null });
});

test("before and after compares only who said both: leaving never looks like progress", () => {
  const rating = fc.record({ memberId: fc.constantFrom("a", "b", "c", "d", "e"), moment: fc.constantFrom(...MOMENTS), value: fc.integer({ min: 0, max: 10 }) });
  fc.assert(fc.property(fc.uniqueArray(rating, { selector: ({ memberId, moment }) => memberId + moment, maxLength: 15 }), (ratings) => {
    const { paired, before, after, better, same, worse } = evaluate(ratings);
    const both = ["a", "b", "c", "d", "e"].filter((id) => ratings.some((one) => one.memberId === id && one.moment === "before") && ratings.some((one) => one.memberId === id && one.moment === "after"));
    expect(paired).toBe(both.length);
    expect(better + same + worse).toBe(paired);
    expect([before === null, after === null]).toEqual([paired === 0, paired === 0]);
  }));
  expect(evaluate([{ memberId: "a", moment: "before", value: 2 }, { memberId: "a", moment: "after", value: 6 }, { memberId: "b", moment: "before", value: 9 }])).toEqual({ paired: 1, before: 2, after: 6, better: 1, same: 0, worse: 0 });
});

test("marks of a form: nobody without a mark, no taking part of who did not come; an address's nonsense is left out", () => {
  const [a, b, c] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];
  expect(readMarks([[`state.${a}`, "present"], [`part.${a}`, "3"], [`seen.${a}`, " 笑了 "], [`state.${b}`, "absent"], [`part.${b}`, "5"], [`state.${c}`, ""], ["happened", "x"]])).toEqual([
    { memberId: a, state: "present", takingPart: 3, seen: "笑了" }, { memberId: b, state: "absent", takingPart: null, seen: "" },
  ]);
  expect(readFilter(new URLSearchParams("stage=closed&kind=nothing&q= 棋 "))).toEqual({ stage: "closed", q: "棋" });
});
