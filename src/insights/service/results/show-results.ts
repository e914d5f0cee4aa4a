import { hideSmallCells, POPULATIONS, SMALLEST_SHOWN } from "#casework/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { fitsFilter, spanAsked, spanPublished, type ResultFilter } from "../../model/results/filter.ts";
import { sharesOf, tableOf, type Hide, type ResultTable, type Share } from "../../model/results/tables.ts";
import { MEASURES, type Span } from "../../model/results/units.ts";
import { programmeFacts } from "../../store/results/result-facts.ts";
import { mayOpenResults, resultsIn } from "./results-in.ts";

export interface ShownResults {
  readonly span: Span;
  /** Whether figures open to their rows; otherwise small cells are hidden. */
  readonly opens: boolean;
  readonly smallest: number;
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly tables: readonly ResultTable[];
  readonly populations: readonly { readonly population: string; readonly shares: readonly Share[]; readonly reliefMinutes: number | null }[];
}

/**
 * Results of a span, by programme and population. Whoever may not open the rows sees one span only, this year up to the end of last month, without a choice of programme
 * or population, and small cells hidden: no two tables can be taken from each other. The same holds for what leaves the house.
 */
export async function showResults(session: Session, filter: ResultFilter, { outside = false }: { outside?: boolean } = {}): Promise<ShownResults> {
  const { actor, today } = session;
  requireCapability(actor, "returns.read");
  const opens = mayOpenResults(actor);
  const span = opens ? spanAsked(filter, today) : spanPublished(today);
  const hide: Hide = opens && !outside ? null : (counts, persons) => hideSmallCells(counts, SMALLEST_SHOWN, persons);
  return session.read(async (tx) => {
    const programmes = await programmeFacts(tx, actor.orgId);
    const units = (await resultsIn(tx, actor.orgId, span)).filter((unit) => !opens || fitsFilter(unit, { programme: filter.programme, population: filter.population }));
    const tables = MEASURES.map((measure) => tableOf(measure, units, { programmeIds: programmes.map(({ id }) => id), populations: POPULATIONS }, hide));
    const populations = POPULATIONS.map((population) => ({ population, shares: sharesOf(tables, population), reliefMinutes: population === "carer" ? tables.find(({ measure }) => measure === "relief")!.rows.at(-1)!.sum : null }));
    return { span, opens, smallest: SMALLEST_SHOWN, programmes, tables, populations: populations.filter(({ shares, reliefMinutes }) => shares.length > 0 || (reliefMinutes ?? 0) > 0) };
  });
}

/** The tables as they may leave the house: no identities, small cells hidden. That they were taken is noted first. */
export async function exportResults(session: Session, filter: ResultFilter): Promise<ShownResults> {
  requireCapability(session.actor, "returns.read");
  await session.write("insights.export-results", { ...filter, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, { action: "results.exported", subjectKind: "results", subjectId: "tables", details: { ...filter } });
    return null;
  });
  return showResults(session, filter, { outside: true });
}
