import type { Session } from "#platform/db/session.ts";
import { tableOf } from "../model/chart.ts";
import type { NeedFilter } from "../model/count.ts";
import { hideSmallCells, SMALLEST_SHOWN, type PublishedTable } from "../model/hide-small-cells.ts";
import { chartNeeds, type NamedNeedChart } from "./chart-needs.ts";
import { noteReading } from "./note-reading.ts";

/** The table as it leaves the house: `null` where a number is hidden. */
export interface NeedExport extends NamedNeedChart {
  readonly table: PublishedTable;
  readonly smallest: number;
}

/** The table of needs for a workbook, bound to whom it is for; that it was taken is noted. For outside, small numbers are hidden. */
export async function exportNeeds(session: Session, filter: NeedFilter, audience: "inside" | "outside"): Promise<NeedExport> {
  const named = await chartNeeds(session, filter);
  await noteReading(session, { action: "needs.exported", subjectKind: "needs", subjectId: audience, details: { ...filter } });
  const table = tableOf(named.chart);
  return { ...named, table: audience === "outside" ? hideSmallCells(table) : table, smallest: SMALLEST_SHOWN };
}
