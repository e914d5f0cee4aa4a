import { CATEGORIES, type Line, type Measure, type ResultUnit } from "./units.ts";

export interface ResultRow {
  /** Null: the sum of all lines. */
  readonly line: Line | null;
  /** One for each category, then their sum; null: hidden. */
  readonly cells: readonly (number | null)[];
  /** The mean T-score before and now, or minutes of relief; null where hidden or none. */
  readonly before: number | null;
  readonly sum: number | null;
}
export interface ResultTable { readonly measure: Measure; readonly rows: readonly ResultRow[] }

/** Casework's rule of small cells: counts, and how many persons stand behind each. Null for whoever opens rows. */
export type Hide = ((counts: readonly (readonly number[])[], persons: readonly (readonly number[])[]) => readonly (readonly (number | null)[])[]) | null;
export interface Lines { readonly programmeIds: readonly string[]; readonly populations: readonly string[] }

/** One table for each measure: lines by categories, with sums. What is hidden is for readers outside the files, and for whatever leaves the house. */
export function tableOf(measure: Measure, all: readonly ResultUnit[], known: Lines, hide: Hide): ResultTable {
  const units = all.filter((unit) => unit.measure === measure);
  const lines = linesOf(units, known);
  const inLine = [...lines.map((line) => units.filter((unit) => sameLine(unit, line))), units];
  const columns = [...CATEGORIES[measure].map((category) => (unit: ResultUnit) => unit.category === category), () => true];
  const cells = inLine.map((own) => columns.map((fits) => own.filter(fits)));
  const counts = cells.map((row) => row.map(({ length }) => length));
  const persons = cells.map((row) => row.map((own) => new Set(own.map(({ personId }) => personId)).size));
  const shown = hide && lines.length > 0 ? hide(counts, persons) : counts;
  return { measure, rows: inLine.map((own, index) => ({ line: lines[index] ?? null, cells: shown[index]!, ...extrasOf(measure, hide ? [] : own) })) };
}

const sameLine = (a: Line, b: Line): boolean => a.programmeId === b.programmeId && a.population === b.population;

function linesOf(units: readonly ResultUnit[], { programmeIds, populations }: Lines): Line[] {
  return [...programmeIds, null].flatMap((programmeId) => populations.map((population) => ({ programmeId, population }))).filter((line) => units.some((unit) => sameLine(unit, line)));
}

/** What only whoever opens rows sees beside the counts: of a mean or a sum over a few, each could be worked out. */
function extrasOf(measure: Measure, units: readonly ResultUnit[]): { before: number | null; sum: number | null } {
  const mean = (values: readonly (number | null)[]) => (values.length === 0 || values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0) / values.length);
  const whole = units.filter(({ value }) => value !== null);
  if (measure === "plans") return { before: mean(whole.map(({ before }) => before)), sum: mean(whole.map(({ value }) => value)) };
  // One service that let two carers rest took its minutes once.
  if (measure === "relief") return { before: null, sum: [...new Map(whole.filter(({ category }) => category === "respite").map(({ to, value }) => [to, value!])).values()].reduce((sum, value) => sum + value, 0) };
  return { before: null, sum: null };
}

/** Of one population: what was reached, of how many of whom it can be said, and of how many it cannot. Null where a part is hidden. */
export interface Share { readonly measure: Measure; readonly reached: number; readonly of: number; readonly missing: number }

const SHARES: readonly { measure: Measure; reached: readonly string[]; missing: readonly string[] }[] = [
  { measure: "goals", reached: ["attained"], missing: ["unrated"] }, { measure: "scores", reached: ["better"], missing: ["once", "unscored"] },
  { measure: "needs", reached: ["met"], missing: [] }, { measure: "jobs", reached: ["kept", "paused"], missing: [] },
];

export function sharesOf(tables: readonly ResultTable[], population: string): Share[] {
  return SHARES.flatMap(({ measure, reached, missing }) => {
    const rows = tables.find((table) => table.measure === measure)!.rows.filter(({ line }) => line?.population === population);
    const cells = rows.flatMap((row) => CATEGORIES[measure].map((category, index) => ({ category: category as string, value: row.cells[index] })));
    if (rows.length === 0 || cells.some(({ value }) => value == null)) return [];
    const add = (of: (category: string) => boolean) => cells.reduce((sum, { category, value }) => sum + (of(category) ? value! : 0), 0);
    return [{ measure, reached: add((one) => reached.includes(one)), of: add((one) => !missing.includes(one)), missing: add((one) => missing.includes(one)) }];
  });
}
