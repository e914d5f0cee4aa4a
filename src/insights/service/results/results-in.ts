import { compareValues, findInstrument } from "#assessment/index.ts";
import { populationOf } from "#casework/index.ts";
import { allSpells, KEPT_MONTHS } from "#employment/index.ts";
import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import { attainmentNow, levelOn } from "#planning/index.ts";
import { unitsOf, type Yardsticks } from "../../model/results/count.ts";
import type { ResultUnit, Span } from "../../model/results/units.ts";
import { caseFacts, goalFacts, needFacts, personFacts, ratingFacts, reliefFacts, scoreFacts, type Of } from "../../store/results/result-facts.ts";

const OPENS = ["people.read", "cases.work", "plans.work", "assessments.work", "encounters.read", "employment.work"];

/** Whether figures open to their rows: whoever may read every kind of them, with a second factor. */
export const mayOpenResults = ({ capabilities, strong }: Actor): boolean => strong && OPENS.every((one) => capabilities.has(one));

/** Every slice's own way to measure. */
const YARDSTICKS: Yardsticks = {
  populationOf, attainmentNow, levelOn, keptMonths: KEPT_MONTHS,
  comparerOf: (id, version) => {
    const instrument = findInstrument(id, version);
    return instrument?.total ? (now, before) => compareValues(instrument, now, before) : null;
  },
};

/** What is counted in a span, of everybody or of some. A fixed number of statements. The caller authorises, and decides who sees what of it. */
export async function resultsIn(tx: Tx, orgId: string, span: Span, of: Of = null): Promise<ResultUnit[]> {
  const [goals, scores, needs, relief] = [await goalFacts(tx, orgId, span, of), await scoreFacts(tx, orgId, span, of), await needFacts(tx, orgId, span, of), await reliefFacts(tx, orgId, span, of)];
  const ratings = await ratingFacts(tx, orgId, span, [...new Set(goals.map(({ planId }) => planId))]);
  const all = (await allSpells(tx, orgId, span.to)).spells;
  const spells = of === null ? all : all.filter(({ personId }) => of.includes(personId));
  const persons = await personFacts(tx, orgId, span, [...new Set([...[...goals, ...scores, ...needs, ...spells].map(({ personId }) => personId), ...relief.map(({ carerId }) => carerId)])]);
  const cases = await caseFacts(tx, orgId, span, [...new Set(persons.flatMap(({ personId, caresFor }) => (caresFor === null ? [personId] : [personId, caresFor])))]);
  return unitsOf({ persons, cases, goals, ratings, scores, needs, spells, relief }, span, YARDSTICKS);
}
