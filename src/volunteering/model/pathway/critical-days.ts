import { addDays } from "#kernel/calendar.ts";
import { bandChanges } from "./age-bands.ts";
import type { Fact } from "./fact.ts";
import { evidenceLastValidOn } from "./requirement-state.ts";
import { graceLastOn, type PolicyVersion } from "./requirement.ts";

/** The only days, up to one, on which a status can change: something begins, or ended the day before. Ascending. */
export function criticalDays(
  versions: readonly PolicyVersion[],
  file: { readonly birthOn: string | null; readonly facts: readonly Fact[] },
  until: string,
): string[] {
  const days = new Set<string>([until]);
  for (const version of versions) {
    days.add(version.effectiveOn);
    days.add(dayAfter(graceLastOn(version)));
    if (file.birthOn !== null) for (const day of bandChanges(version.ageBands, file.birthOn)) days.add(day);
  }
  for (const fact of file.facts) for (const day of daysOf(fact, versions, until)) days.add(day);
  const begins = file.facts.map((fact) => fact.on).sort()[0] ?? until;
  if (begins > until) return [until];
  return [...days].filter((day) => begins <= day && day <= until).sort();
}

/** Ends on the last day asked about or later change nothing before it. */
function daysOf(fact: Fact, versions: readonly PolicyVersion[], until: string): string[] {
  if (fact.kind === "exemption") return [fact.on, dayAfter(fact.untilOn)];
  if (fact.kind !== "evidence") return [fact.on];
  const ends = versions.flatMap(({ requirements }) => requirements
    .filter(({ key }) => key === fact.requirement)
    .flatMap((requirement) => evidenceLastValidOn(requirement, fact) ?? []));
  return [fact.on, ...ends.filter((end) => end < until).map(dayAfter)];
}

function dayAfter(day: string): string {
  return day >= "9999-01-01" ? day : addDays(day, 1);
}
