import { ageOn } from "#kernel/calendar.ts";
import type { Line, Span } from "./units.ts";

export interface CaseFact { readonly caseId: string; readonly personId: string; readonly programmeId: string | null; readonly population: string; readonly openedOn: string; readonly closedOn: string | null }
export interface PersonFact { readonly personId: string; readonly birthOn: string | null; readonly disabilityType: string | null; /** Somebody they cared for in the span. */ readonly caresFor: string | null }

/** Casework's own order of populations, given by the caller. */
export type PopulationOf = (facts: { readonly ageYears: number | null; readonly disabled: boolean }) => string;

/**
 * The line of something about a person: that of the case it belongs to, else of their case open in the period that was opened last, else of their
 * last one before it. Without a case: a carer stands under the programme of whom they care for, anybody else under none, by the population of the last day.
 */
export function linesFor(persons: readonly PersonFact[], cases: readonly CaseFact[], { from, to }: Span, populationOf: PopulationOf): (personId: string, caseId?: string | null) => Line | null {
  const known = new Map(persons.map((person) => [person.personId, person]));
  const byPerson = Map.groupBy(cases.filter(({ openedOn }) => openedOn <= to), ({ personId }) => personId);
  const later = (a: CaseFact, b: CaseFact) => Number(runs(b, from)) - Number(runs(a, from)) || b.openedOn.localeCompare(a.openedOn) || a.caseId.localeCompare(b.caseId);
  return (personId, caseId = null) => {
    const person = known.get(personId);
    if (!person) return null;
    const own = (byPerson.get(personId) ?? []).toSorted(later);
    const found = own.find((one) => one.caseId === caseId) ?? own[0];
    if (found) return { programmeId: found.programmeId, population: found.population };
    if (person.caresFor !== null) return { programmeId: (byPerson.get(person.caresFor) ?? []).toSorted(later)[0]?.programmeId ?? null, population: "carer" };
    return { programmeId: null, population: populationOf({ ageYears: person.birthOn === null ? null : ageOn(person.birthOn, to), disabled: person.disabilityType !== null }) };
  };
}

const runs = ({ closedOn }: CaseFact, from: string): boolean => closedOn === null || closedOn >= from;
