import type { ChangeKind, TeamMember, TravelMode } from "./plan.ts";

/** A change as it was said, in the order it was said. */
export interface ChangeSaid<Member = TeamMember> {
  readonly teamId: string;
  readonly kind: ChangeKind;
  readonly fromMinute: number;
  /** Which of the two does not go on, from 1. */
  readonly position: number | null;
  readonly mode: TravelMode | null;
  /** Who comes in for one of two. */
  readonly member: Member | null;
  /** The team that goes on in this one's place. */
  readonly byTeam: string | null;
}

interface TeamAsBegun<Member> {
  readonly id: string;
  readonly mode: TravelMode;
  readonly fromMinute: number;
  readonly members: readonly Member[];
}

/** A team as it is after everything that was said of it: who still goes, how, from when, and whether at all. */
export function teamNow<Member, T extends TeamAsBegun<Member>>(team: T & TeamAsBegun<Member>, changes: readonly ChangeSaid<Member>[]): T & { readonly out: boolean } {
  const own = changes.filter(({ teamId }) => teamId === team.id);
  const members = placesNow(team.members, own).filter((member) => member !== null);
  return {
    ...team, members, mode: own.findLast(({ kind }) => kind === "mode")?.mode ?? team.mode,
    fromMinute: own.reduce((from, { kind, fromMinute }) => (kind === "late" ? Math.max(from, fromMinute) : from), team.fromMinute),
    out: own.some(({ kind, byTeam }) => kind === "out" || byTeam !== null) || members.length === 0,
  };
}

/** Who has each place of a team after some of its changes; null where nobody has. */
export function placesNow<Member>(members: readonly Member[], own: readonly ChangeSaid<Member>[]): (Member | null)[] {
  return own.reduce<(Member | null)[]>((now, { position, member }) => (position === null ? now : now.with(position - 1, member)), [...members]);
}

/** The team that goes on in a team's place, through everybody who stood in since; the same where nobody did. */
export function placeTaker(teamId: string, changes: readonly Pick<ChangeSaid, "teamId" | "byTeam">[]): string {
  const by = changes.find((change) => change.teamId === teamId && change.byTeam !== null)?.byTeam;
  return by ? placeTaker(by, changes) : teamId;
}
