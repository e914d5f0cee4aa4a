import type { routingText } from "../messages/index.ts";
import type { LeftVisit } from "../model/day/day.ts";
import { timeOf } from "../model/plan.ts";
import type { ShownVisit } from "../service/plans/show-plan.ts";
import { placesNow, teamNow } from "../model/team-now.ts";
import type { NamedChange, NamedTeam } from "../service/plans/name-teams.ts";

/** A, B, C … */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Who is in a team. */
export const whoIn = ({ members }: Pick<NamedTeam, "members">): string => members.map(({ name }) => name).join("、");

/** Who goes with a team now; who went, when nobody does any more. */
export function whoGoes(team: NamedTeam): string {
  const { out, members } = teamNow(team, team.changes);
  return whoIn(out || members.length === 0 ? team : { members });
}

type PlanWords = typeof routingText.zh.plan;

/** What somebody asks of whoever comes, a phrase each; who must not come is told only where it is asked for. */
export function sayAsks({ languages, skills, sex, wanted, never }: ShownVisit["asks"], t: PlanWords["asks"]): string[] {
  return [
    ...(languages.length > 0 ? [t.languages(languages.join("、"))] : []), ...skills.map((skill) => t.skill(skill)), ...(sex === null ? [] : [t.sex[sex]]),
    ...(wanted === null ? [] : [t.wanted(wanted.name)]), ...never.filter(({ name }) => name !== "").map(({ name }) => t.never(name)),
  ];
}

/** Why somebody is left over, with the dialect or skill nobody has. */
export function sayLeft({ reason, what }: LeftVisit, reasons: PlanWords["reasons"]): string {
  const words = reasons[reason];
  return typeof words === "string" ? words : words(what ?? "");
}

/** A change of a team in words; `teams` are all of the plan, for whoever took a team's place. */
export function sayChange(change: NamedChange, team: NamedTeam, teams: readonly NamedTeam[], { plan: { changeLine: t, because }, modes }: Pick<typeof routingText.zh, "plan" | "modes">): string {
  const { kind, fromMinute, position, mode, member, byTeam, reason, byName } = change;
  const time = timeOf(fromMinute);
  const before = placesNow(team.members, team.changes.slice(0, team.changes.indexOf(change)));
  const was = before[(position ?? 1) - 1]?.name ?? "";
  const taker = teams.find(({ id }) => id === byTeam);
  const line = kind === "mode" ? t.mode(time, modes[mode!]) : kind === "one_out" ? t.one_out(time, was) : kind !== "stand_in" ? t[kind](time) : taker ? t.place_taken(time, taker.letter, whoIn(taker)) : t.stand_in(time, was, member?.name ?? "");
  return because(line, reason, byName);
}
