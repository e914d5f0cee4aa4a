import { expect, test } from "vitest";
import { agreementOf, decideStep, neededFor, type Asked, type Standing } from "./change-of-side.ts";
import { askAgainOn, isOpen, stateOf, type EventKind, type InvitationEvent, type Party } from "./invitation.ts";

const NOBODY: Standing = { workers: [], befriended: false, ageYears: 30, seesFiles: false };
const SERVED: Standing = { ...NOBODY, workers: ["lin"] };
type Said = readonly [kind: EventKind, party?: Party | null, by?: string];
const events = (...said: Said[]): InvitationEvent[] =>
  said.map(([kind, party = null, byAccount = "he"], index) => ({ number: index + 1, kind, party, byAccount, askAgainOn: null, onDay: "2026-11-01" }));
const asked = (standing: Standing, said: InvitationEvent[] = []): Asked => ({ step: "helping", invitedBy: "he", events: said, standing });
const speaker = (account: string, supervises = false) => ({ account, supervises });
const begin = (standing: Standing, ...said: Said[]) => decideStep({ kind: "begun" }, asked(standing, events(...said)), speaker("he"));

test("who must agree: every worker of an open case, a supervisor while served, a child's guardian", () => {
  expect(neededFor(NOBODY)).toEqual([]);
  expect(neededFor({ ...NOBODY, befriended: true }).map(({ party }) => party)).toEqual(["supervisor"]);
  expect(neededFor({ ...SERVED, workers: ["lin", "fang"], ageYears: 17 }).map(({ party, account }) => account ?? party)).toEqual(["lin", "fang", "supervisor", "guardian"]);
  expect(neededFor({ ...NOBODY, ageYears: 18 })).toEqual([]);
});

test("a step begins only after the person's own yes and everybody's agreement; each missing one is named", () => {
  expect(begin(NOBODY)).toEqual({ allowed: false, reason: "person_must_say_yes" });
  expect(begin(NOBODY, ["yes"])).toEqual({ allowed: true });
  expect(begin(NOBODY, ["yes"], ["not_now"])).toEqual({ allowed: false, reason: "person_must_say_yes" });
  expect(begin(SERVED, ["yes"])).toEqual({ allowed: false, reason: "worker_must_agree" });
  expect(begin(SERVED, ["yes"], ["agreed", "worker", "fang"])).toEqual({ allowed: false, reason: "worker_must_agree" });
  expect(begin(SERVED, ["yes"], ["agreed", "worker", "lin"])).toEqual({ allowed: false, reason: "supervisor_must_agree" });
  expect(begin(SERVED, ["yes"], ["agreed", "worker", "lin"], ["agreed", "supervisor", "su"])).toEqual({ allowed: true });
  expect(begin(SERVED, ["yes"], ["agreed", "worker", "lin"], ["agreed", "supervisor", "su"], ["refused", "worker", "lin"])).toEqual({ allowed: false, reason: "worker_refused" });
  expect(begin({ ...NOBODY, ageYears: 13 }, ["yes"])).toEqual({ allowed: false, reason: "guardian_must_agree" });
  expect(begin({ ...NOBODY, befriended: true, seesFiles: true }, ["yes"], ["agreed", "supervisor", "su"])).toEqual({ allowed: false, reason: "sees_files" });
  expect(begin({ ...NOBODY, seesFiles: true }, ["yes"])).toEqual({ allowed: true });
});

test("everybody speaks for themselves: not another's worker, no worker as supervisor, not whoever asked", () => {
  const say = (party: Party, by: ReturnType<typeof speaker>, standing = SERVED) => decideStep({ kind: "agreed", party }, asked(standing), by);
  expect(say("worker", speaker("lin"))).toEqual({ allowed: true });
  expect(say("worker", speaker("su", true))).toMatchObject({ reason: "only_their_worker" });
  expect(say("supervisor", speaker("lin"))).toMatchObject({ reason: "only_a_supervisor" });
  expect(say("supervisor", speaker("lin", true))).toMatchObject({ reason: "four_eyes" });
  expect(say("supervisor", speaker("he", true))).toMatchObject({ reason: "four_eyes" });
  expect(say("supervisor", speaker("su", true))).toEqual({ allowed: true });
  expect(say("guardian", speaker("lin"))).toMatchObject({ reason: "not_needed" });
  expect(decideStep({ kind: "yes" }, asked(NOBODY, events(["withdrawn"])), speaker("he"))).toMatchObject({ reason: "over" });
});

test("how an invitation stands, and when to ask again: the day named, else after a while, after a no twice as long", () => {
  expect([[], events(["yes"]), events(["yes"], ["agreed", "worker"]), events(["not_now"], ["yes"])].map(stateOf)).toEqual(["asked", "yes", "yes", "yes"]);
  expect(["asked", "yes", "no", "begun"].map((state) => isOpen(state as "asked"))).toEqual([true, true, false, false]);
  const once = (said: InvitationEvent[]) => askAgainOn([{ step: "helping", events: said }], "helping", 90);
  expect([once(events(["not_now"])), once(events(["no"])), once(events(["not_now"], ["yes"])), once([])]).toEqual(["2027-01-30", "2027-04-30", null, null]);
  expect(once([{ ...events(["not_now"])[0]!, askAgainOn: "2026-12-24" }])).toBe("2026-12-24");
  expect(askAgainOn([{ step: "leading", events: events(["no"]) }], "helping", 90)).toBeNull();
  expect(agreementOf(events(["agreed", "worker", "lin"]), { party: "worker", account: "lin" })).toBe("agreed");
});
