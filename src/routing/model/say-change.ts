import { Refusal } from "#kernel/refusal.ts";
import { memberOf, minuteOf, type TeamChange, type TeamMember, type TravelMode } from "./plan.ts";
import type { ChangeSaid } from "./team-now.ts";

/** A team as it now is. */
interface Now {
  readonly id: string;
  readonly mode: TravelMode;
  readonly untilMinute: number;
  readonly members: readonly TeamMember[];
  readonly out: boolean;
}

interface Lunch { readonly lunchMinutes: number; readonly lunchFrom: number; readonly lunchUntil: number }

const refuse = (field: string, reason: `routing.${string}`) => new Refusal("invalid_input", reason, { fields: [{ field, reason }] });

/** Who would come in with a change: for somebody, or as a team more. */
export function whoComes({ kind, who, with: other }: TeamChange): TeamMember[] {
  return kind === "stand_in" ? [who!].map(memberOf) : kind === "join" ? [who!, ...(other === undefined ? [] : [other])].map(memberOf) : [];
}

/** What was typed as a change that can be kept, refused where something is missing. */
export function saidOf(change: TeamChange, { team, trialId, since }: { team: Now | null; trialId: string; since: number }): ChangeSaid {
  const { kind, from, mode, reason, who } = change;
  if (kind !== "join" && team === null) throw refuse("teamId", "routing.no_such_team");
  if (team?.out === true && kind !== "join") throw new Refusal("conflict", "routing.team_is_out");
  if (reason === "") throw refuse("reason", "routing.say_why");
  if (minuteOf(from) < since) throw refuse("from", "routing.before_last_change");
  if (kind === "mode" && mode === undefined) throw refuse("mode", "routing.say_how");
  if ((kind === "stand_in" || kind === "join") && who === undefined) throw refuse("who", "routing.say_who_comes");
  const two = (team?.members.length ?? 0) > 1;
  const ofTwo = kind === "one_out" || (kind === "stand_in" && two);
  if (ofTwo && (change.position === undefined || !two)) throw refuse("position", "routing.say_who");
  const position = ofTwo ? change.position! : null;
  const said = { teamId: kind === "join" ? trialId : team!.id, kind, fromMinute: minuteOf(from), position, mode: kind === "mode" ? mode! : null };
  return { ...said, member: kind === "stand_in" && two ? memberOf(who!) : null, byTeam: kind === "stand_in" && !two ? trialId : null };
}

/** The team that comes in: one more, or one in the place of somebody who went alone, until the same hour; they set out from where the round begins. */
export function teamComing(change: TeamChange, { team, lunch: { lunchMinutes, lunchFrom, lunchUntil }, trialId }: { team: Now | null; lunch: Lunch; trialId: string }) {
  if (change.kind !== "join" && (change.kind !== "stand_in" || (team?.members.length ?? 0) > 1)) return null;
  if (change.kind === "join" && change.until === undefined) throw refuse("until", "routing.no_time");
  const [fromMinute, untilMinute] = [minuteOf(change.from), change.kind === "join" ? minuteOf(change.until!) : team!.untilMinute];
  if (fromMinute >= untilMinute) throw refuse(change.kind === "join" ? "until" : "from", "routing.hours_backwards");
  return { id: trialId, mode: change.mode ?? team?.mode ?? "foot", fromMinute, untilMinute, lunchMinutes, lunchFrom, lunchUntil, members: whoComes(change) };
}
