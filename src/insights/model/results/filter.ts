import { z } from "zod";
import { addDays, monthOf } from "#kernel/calendar.ts";
import { CATEGORIES, MEASURES, type Category, type Line, type Measure, type ResultUnit, type Span } from "./units.ts";

const NONE = "none";

/** Which results: a span of days, a programme (or none), a population, a measure and a category. Anything unknown in an address is left out. */
const ResultFilter = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  programme: z.union([z.uuid(), z.literal(NONE)]).optional().catch(undefined),
  population: z.string().regex(/^[a-z_]{1,30}$/).optional().catch(undefined),
  measure: z.enum(MEASURES as readonly [Measure, ...Measure[]]).optional().catch(undefined),
  category: z.enum([...new Set(Object.values(CATEGORIES).flat())] as [Category, ...Category[]]).optional().catch(undefined),
});
export type ResultFilter = z.output<typeof ResultFilter>;

export function readResultFilter(params: URLSearchParams): ResultFilter {
  return ResultFilter.parse(Object.fromEntries([...params].filter(([, value]) => value !== "")));
}

export const programmeWord = ({ programmeId }: Pick<Line, "programmeId">): string => programmeId ?? NONE;

export function fitsFilter(unit: ResultUnit, { programme, population, measure, category }: ResultFilter): boolean {
  return (!programme || programmeWord(unit) === programme) && (!population || unit.population === population) && (!measure || unit.measure === measure) && (!category || unit.category === category);
}

/** The rows behind a figure. */
export function rowsAddress(filter: ResultFilter): string {
  return `/results/rows?${new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))}`;
}

/** The span asked for: this year to today unless told; never beyond today, never the wrong way round. */
export function spanAsked({ from, to }: ResultFilter, today: string): Span {
  const last = to && to < today ? to : today;
  const first = from ?? `${last.slice(0, 4)}-01-01`;
  return first <= last ? { from: first, to: last } : { from: last, to: first < today ? first : today };
}

/** The span for readers outside the files: whole years up to the end of last month, so that no two spans can be compared to find one person. */
export function spanPublished(today: string): Span {
  const to = addDays(monthOf(today).from, -1);
  return { from: `${to.slice(0, 4)}-01-01`, to };
}
