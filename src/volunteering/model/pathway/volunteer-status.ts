import { criticalDays } from "./critical-days.ts";
import { type Fact, standingFacts } from "./fact.ts";
import { type Judgement, judge } from "./judgement.ts";
import { isSatisfied, type RequirementState } from "./requirement-state.ts";
import { graceLastOn, type PolicyVersion, versionOn } from "./requirement.ts";

/** Where somebody stands on the pathway (意向、申请、已获准、服务队、储备、失效、已退出). */
export const STATUSES = ["prospect", "applicant", "approved", "service_team", "reserve", "lapsed", "removed"] as const;
export type Status = (typeof STATUSES)[number];

/** What is known of one volunteer of one programme: the whole input of their status. */
export interface VolunteerFile {
  /** The latest day the birth date can mean; null where it is not known. */
  readonly birthOn: string | null;
  readonly facts: readonly Fact[];
}

export interface VolunteerStatus {
  readonly status: Status;
  /** First day of the present status; null where nothing is known yet. */
  readonly since: string | null;
  /** Everything asked before approval is met or exempt: the person counts as trained. */
  readonly trained: boolean;
  /** Member of the service team with nothing missing or expired: may meet the person they serve. */
  readonly mayServe: boolean;
  /** Serves only with an adult beside them, because of their age. */
  readonly accompanied: boolean;
  /** The first day something now valid ends, among what this status rests on; null: nothing ends. */
  readonly firstEndOn: string | null;
  /** Told no (未录用), and not taken on since. */
  readonly declined: boolean;
  readonly requirements: readonly RequirementState[];
  /** The version judged by, and whether it is an earlier one that still covers this person. */
  readonly version: number | null;
  readonly grandfathered: boolean;
}

/** Status at a date, from dated facts and the policy in force on each day. The same input always gives the same answer. */
export function volunteerStatus(versions: readonly PolicyVersion[], file: VolunteerFile, on: string): VolunteerStatus {
  const timeline = pathwayTimeline(versions, file, on);
  return timeline.at(-1) ?? NOTHING_KNOWN;
}

/** Every change of status up to a day, oldest first. The last line is the status on that day. */
export function pathwayTimeline(versions: readonly PolicyVersion[], file: VolunteerFile, until: string): VolunteerStatus[] {
  const facts = standingFacts(file.facts);
  const timeline: VolunteerStatus[] = [];
  let walk: Walk = { held: undefined, everTrained: false };
  for (const day of criticalDays(versions, { ...file, facts }, until)) {
    const step = stepTo(versions, { ...file, facts }, day, walk);
    walk = step.walk;
    const before = timeline.at(-1);
    if (before?.status === step.status.status) timeline[timeline.length - 1] = { ...step.status, since: before.since };
    else timeline.push(step.status);
  }
  return timeline;
}

/** Carried from one day to the next: the version that covers somebody without a break, and whether they ever were trained. */
interface Walk {
  readonly held: PolicyVersion | undefined;
  readonly everTrained: boolean;
}

function stepTo(versions: readonly PolicyVersion[], file: VolunteerFile, day: string, walk: Walk): { status: VolunteerStatus; walk: Walk } {
  const current = versionOn(versions, day);
  if (!current) return { status: { ...NOTHING_KNOWN, status: membership(file.facts, day) ?? "prospect", since: day }, walk };
  const removed = membership(file.facts, day) === "removed";
  const earlier = walk.held && walk.held !== current && covers(versions, walk.held, current, day) ? walk.held : undefined;
  const underEarlier = earlier && judge(withBinding(earlier, current), file, day);
  const kept = underEarlier?.trained === true;
  const judgement = kept ? underEarlier : judge(current, file, day);
  const held = judgement.trained && !removed ? (kept ? earlier : current) : undefined;
  const everTrained = !removed && (walk.everTrained || judgement.trained);
  return {
    status: describe(judgement, { removed, everTrained, day, grandfathered: kept, version: (kept ? earlier! : current).version }),
    walk: { held, everTrained },
  };
}

/** True while every version since the one held lets those approved before it serve on. */
function covers(versions: readonly PolicyVersion[], held: PolicyVersion, current: PolicyVersion, day: string): boolean {
  return versions
    .filter((version) => version.effectiveOn > held.effectiveOn && version.effectiveOn <= current.effectiveOn)
    .every((version) => graceLastOn(version) >= day);
}

/** The earlier version, with what the current one asks of everybody at once. */
function withBinding(earlier: PolicyVersion, current: PolicyVersion): PolicyVersion {
  const binding = current.requirements.filter((requirement) => requirement.bindsAtOnce);
  const kept = earlier.requirements.filter((requirement) => !binding.some(({ key }) => key === requirement.key));
  return { ...earlier, requirements: [...kept, ...binding], ageBands: current.ageBands, unknownAge: current.unknownAge };
}

function describe(
  judgement: Judgement,
  at: { removed: boolean; everTrained: boolean; day: string; grandfathered: boolean; version: number },
): VolunteerStatus {
  const status = statusOf(judgement, at);
  return {
    status,
    since: at.day,
    trained: judgement.trained,
    mayServe: status === "service_team" && judgement.requirements.every(isSatisfied),
    accompanied: judgement.accompanied,
    firstEndOn: firstEnd(judgement.requirements),
    declined: !at.removed && judgement.placement === null && judgement.requirements.some(({ state }) => state === "refused"),
    requirements: judgement.requirements,
    version: at.version,
    grandfathered: at.grandfathered,
  };
}

function statusOf({ trained, placement, applied, requirements }: Judgement, at: { removed: boolean; everTrained: boolean }): Status {
  if (at.removed) return "removed";
  if (trained && placement) return placement;
  if (trained) return requirements.some(({ stage, state }) => stage === "placement" && state === "expired") ? "lapsed" : "approved";
  if (at.everTrained) return "lapsed";
  return applied ? "applicant" : "prospect";
}

function firstEnd(states: readonly RequirementState[]): string | null {
  return states.flatMap(({ lastValidOn }) => lastValidOn ?? []).sort()[0] ?? null;
}

/** The latest word on leaving or coming back. */
function membership(facts: readonly Fact[], day: string): "removed" | undefined {
  const last = facts.findLast((fact) => (fact.kind === "removed" || fact.kind === "reinstated") && fact.on <= day);
  return last?.kind === "removed" ? "removed" : undefined;
}

const NOTHING_KNOWN: VolunteerStatus = {
  status: "prospect", since: null, trained: false, mayServe: false, accompanied: false, firstEndOn: null,
  declined: false, requirements: [], version: null, grandfathered: false,
};
