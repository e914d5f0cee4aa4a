import { addMonths } from "#kernel/calendar.ts";
import { linesFor, type CaseFact, type PersonFact, type PopulationOf } from "./lines.ts";
import type { Category, Line, Measure, ResultUnit, Span } from "./units.ts";

type Level = -2 | -1 | 0 | 1 | 2;
interface RatedGoal { readonly goalId: string; readonly weight: number; readonly baselineLevel: Level }
interface Rating { readonly goalId: string; readonly level: Level; readonly onDay: string; readonly number: number }
export interface GoalFact extends RatedGoal { readonly planId: string; readonly caseId: string | null; readonly personId: string; readonly settledOn: string }
export interface RatingFact extends Rating { readonly planId: string }
export interface ScoreFact { readonly recordId: string; readonly personId: string; readonly instrumentId: string; readonly version: number; readonly onDay: string; readonly total: number | null }
export interface NeedFact { readonly needId: string; readonly personId: string; readonly population: string; readonly code: string; readonly heardOn: string; readonly status: string; readonly statusOn: string }
export interface ReliefFact { readonly kind: "respite" | "talk" | "group"; readonly sourceId: string; readonly carerId: string; readonly onDay: string; readonly minutes: number | null; readonly to: string }

/** What the slices wrote down up to the last day of a span. */
export interface ResultFacts {
  readonly persons: readonly PersonFact[];
  readonly cases: readonly CaseFact[];
  readonly goals: readonly GoalFact[];
  readonly ratings: readonly RatingFact[];
  readonly scores: readonly ScoreFact[];
  readonly needs: readonly NeedFact[];
  readonly spells: readonly { readonly personId: string; readonly caseId: string | null; readonly lastJobId: string; readonly begunOn: string; readonly kept: Readonly<Record<number, "kept" | "paused" | "not_kept" | "not_yet">> }[];
  readonly relief: readonly ReliefFact[];
}

/** How the slices themselves measure: given by the caller, so that nothing is reckoned a second way. */
export interface Yardsticks {
  readonly populationOf: PopulationOf;
  readonly attainmentNow: (goals: readonly RatedGoal[], ratings: readonly Rating[], day: string) => { readonly baseline: number | null; readonly now: number | null };
  readonly levelOn: (goalId: string, ratings: readonly Rating[], day: string) => Level | undefined;
  /** How two totals compare; null for an instrument without a total. */
  readonly comparerOf: (instrumentId: string, version: number) => ((now: number, before: number) => { readonly direction: "better" | "worse" | "same"; readonly matters: boolean | null }) | null;
  readonly keptMonths: readonly number[];
}

type Told = Pick<ResultUnit, "key" | "personId" | "onDay" | "to"> & Partial<Pick<ResultUnit, "caseId" | "subject" | "value" | "before" | "population">>;
type LineOf = ReturnType<typeof linesFor>;

/** Everything counted in a span, each thing once. Pure: figures, rows and exports all come from here, so they cannot differ. */
export function unitsOf(facts: ResultFacts, span: Span, by: Yardsticks): ResultUnit[] {
  const lineOf = linesFor(facts.persons, facts.cases, span, by.populationOf);
  const unit = (measure: Measure, category: Category, line: Line | null, { caseId = null, subject = "", value = null, before = null, ...told }: Told): ResultUnit[] => (
    line === null ? [] : [{ measure, category, caseId, subject, value, before, ...line, ...told, key: `${measure} ${told.key}` }]);
  return [...planUnits(facts, span, { lineOf, unit, by }), ...scoreUnits(facts, span, { lineOf, unit, by }), ...needUnits(facts, span, { lineOf, unit, by }), ...jobUnits(facts, span, { lineOf, unit, by }), ...reliefUnits(facts, { lineOf, unit, by })];
}

interface Given { readonly lineOf: LineOf; readonly unit: Unit; readonly by: Yardsticks }
type Unit = (measure: Measure, category: Category, line: Line | null, told: Told) => ResultUnit[];

/** Plans in force in the span: their goals as rated by its last day, and the T-score where every goal was rated. */
function planUnits({ goals, ratings }: ResultFacts, { to }: Span, { lineOf, unit, by }: Given): ResultUnit[] {
  const rated = Map.groupBy(ratings, ({ planId }) => planId);
  return [...Map.groupBy(goals, ({ planId }) => planId)].flatMap(([planId, own]) => {
    const { personId, caseId, settledOn } = own[0]!;
    const line = lineOf(personId, caseId);
    const told = { personId, caseId, onDay: settledOn, to: `/plans/${planId}` };
    const ratingsOf = rated.get(planId) ?? [];
    const { baseline, now } = by.attainmentNow(own, ratingsOf, to);
    const single = own.flatMap(({ goalId, baselineLevel }) => {
      const level = by.levelOn(goalId, ratingsOf, to);
      return unit("goals", level === undefined ? "unrated" : level >= 0 ? "attained" : "below", line, { ...told, key: goalId, value: level ?? null, before: baselineLevel });
    });
    return [...single, ...unit("plans", now === null ? "unrated" : now >= 50 ? "reached" : "under", line, { ...told, key: planId, value: now, before: baseline })];
  });
}

/**
 * Whoever was assessed in the span: their first and last scored total with the same version of the same instrument. Where its source says from when a
 * difference means something, a smaller one counts as none; one total alone compares with nothing.
 */
function scoreUnits({ scores }: ResultFacts, { from }: Span, { lineOf, unit, by }: Given): ResultUnit[] {
  return [...Map.groupBy(scores, ({ personId, instrumentId, version }) => `${personId} ${instrumentId} ${version}`)].flatMap(([key, own]) => {
    const { personId, instrumentId, version } = own[0]!;
    const compare = by.comparerOf(instrumentId, version);
    const last = own.at(-1)!;
    if (compare === null || last.onDay < from) return [];
    const scored = own.filter((one) => one.total !== null);
    const [first, latest] = [scored[0], scored.at(-1)];
    const told = { key, personId, subject: instrumentId, to: `/assessments/of/${personId}/history/${instrumentId}` };
    const line = lineOf(personId);
    if (!first || !latest) return unit("scores", "unscored", line, { ...told, onDay: last.onDay });
    if (first === latest) return unit("scores", "once", line, { ...told, onDay: latest.onDay, value: latest.total });
    const { direction, matters } = compare(latest.total!, first.total!);
    return unit("scores", matters === false ? "same" : direction, line, { ...told, onDay: latest.onDay, value: latest.total, before: first.total });
  });
}

/** Needs that stood at some time in the span, as they stood at its end; one withdrawn was none. */
function needUnits({ needs }: ResultFacts, { from, to }: Span, { lineOf, unit }: Given): ResultUnit[] {
  return needs.flatMap(({ needId, personId, population, code, heardOn, status, statusOn }) => {
    const settled = (status === "met" || status === "unmet") && statusOn <= to;
    if (heardOn > to || status === "withdrawn" || (settled && statusOn < from)) return [];
    const line = lineOf(personId);
    return unit("needs", settled ? (status as "met" | "unmet") : "waiting", line && { ...line, population }, { key: needId, personId, subject: code, onDay: settled ? statusOn : heardOn, to: `/needs/of/${personId}` });
  });
}

/** Times of employment by each day they were looked at within the span: 1, 3, 6 and 12 months after they began. */
function jobUnits({ spells }: ResultFacts, { from, to }: Span, { lineOf, unit, by }: Given): ResultUnit[] {
  return spells.flatMap(({ personId, caseId, lastJobId, begunOn, kept }) => by.keptMonths.flatMap((month) => {
    const onDay = addMonths(begunOn, month);
    const result = kept[month]!;
    if (result === "not_yet" || onDay < from || onDay > to) return [];
    return unit("jobs", result, lineOf(personId, caseId), { key: `${lastJobId} ${month}`, personId, caseId, subject: String(month), onDay, to: `/employment/jobs/${lastJobId}` });
  }));
}

/** Times carers were relieved, talked with, or came to a group. */
function reliefUnits({ relief }: ResultFacts, { lineOf, unit }: Given): ResultUnit[] {
  return relief.flatMap(({ kind, sourceId, carerId, onDay, minutes, to }) => {
    const line = lineOf(carerId);
    return unit("relief", kind, line && { ...line, population: "carer" }, { key: `${sourceId} ${carerId}`, personId: carerId, onDay, value: minutes, to });
  });
}
