import type { ReferralEvent, Side, State } from "./referral.ts";

/** How a referral stands on one side, from its rows alone. */
export interface Standing {
  readonly state: State;
  /** The day by which this side waits for something, or has to do something itself; null when nothing is owed here any more. */
  readonly dueOn: string | null;
  /** Who answers for it on this side; null for one that came in and nobody has taken. */
  readonly workerId: string | null;
  readonly openedOn: string | null;
  /** Why it was refused, or what came of it. */
  readonly reason: string | null;
  readonly settledOn: string | null;
}

const ENDS = { refused: "refused", completed: "completed", withdrawn: "withdrawn", consent_ended: "consent_ended" } as const;

export function standingOf(events: readonly ReferralEvent[], side: Side): Standing {
  const last = (...kinds: ReferralEvent["kind"][]) => events.findLast(({ kind }) => kinds.includes(kind));
  const end = events.find(({ kind }) => kind in ENDS);
  const state: State = end ? ENDS[end.kind as keyof typeof ENDS] : last("accepted") ? "accepted" : "waiting";
  const settledOn = last("settled")?.onDay ?? null;
  // A refusal and a consent that ended come back to the sender, who says what happens to the person now.
  const comesBack = side === "out" && (state === "refused" || state === "consent_ended") && settledOn === null;
  const dueOn = end ? (comesBack ? end.onDay : null) : last("sent", "accepted", "extended")?.dueOn ?? null;
  const workerId = events.findLast((event) => event.workerId !== null)?.workerId ?? null;
  return { state, dueOn, workerId, openedOn: events.find(({ kind }) => kind === "opened")?.onDay ?? null, reason: end?.reason ?? null, settledOn };
}

export const isOver = ({ state }: Pick<Standing, "state">): boolean => state !== "waiting" && state !== "accepted";
