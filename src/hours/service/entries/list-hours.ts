import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { personCards, personIdsOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { READ } from "../../model/policy.ts";
import { countWaiting, listEntries, type Entry, type EntryFilter } from "../../store/entries.ts";

const Day = z.string().refine(isDay, "hours.day_unreadable");

export const HoursFilter = z.object({
  show: z.enum(["pending", "open", "confirmed", "refused", "withdrawn", "asked", "all"]).default("pending"),
  /** A volunteer's name as typed. */
  q: z.string().trim().max(60).optional(),
  from: Day.optional(),
  until: Day.optional(),
  after: z.string().optional(),
});
export type HoursFilter = z.input<typeof HoursFilter>;

export interface NamedEntry extends Entry {
  /** The volunteer's. */
  readonly name: string;
}

/** Entries of everybody, the latest first, with how many wait for a word. */
export async function listHours(session: Session, input: HoursFilter): Promise<{ page: Page<NamedEntry>; waiting: { pending: number; asked: number } }> {
  const { actor } = session;
  requireCapability(actor, READ);
  const filter = HoursFilter.parse(input);
  return session.read(async (tx) => {
    const page = await listEntries(tx, actor.orgId, await filterOf(session, tx, filter), { after: filter.after });
    return { page: { ...page, rows: await withNames(tx, actor.orgId, page.rows) }, waiting: await countWaiting(tx, actor.orgId) };
  });
}

/** Rows of a list as a file at most. */
const MOST_EXPORTED = 20_000;

/** The same entries as rows of a file; that they left is written down. */
export async function exportHours(session: Session, input: HoursFilter): Promise<NamedEntry[]> {
  const { actor } = session;
  requireCapability(actor, READ);
  const filter = HoursFilter.parse(input);
  return session.write("hours.export", null, async (tx) => {
    const { rows } = await listEntries(tx, actor.orgId, await filterOf(session, tx, filter), { limit: MOST_EXPORTED });
    await recordAudit(tx, actor, { action: "hours.exported", subjectKind: "list", subjectId: "hours", details: { show: filter.show, rows: rows.length } });
    return withNames(tx, actor.orgId, rows);
  });
}

async function filterOf({ actor, today }: Session, tx: Tx, { show, q, from, until }: z.output<typeof HoursFilter>): Promise<EntryFilter> {
  return {
    show: show === "all" ? undefined : show, fromOn: from, untilOn: until,
    personIds: q ? await personIdsOf(tx, actor.orgId, { q, role: "volunteer" }, today) : undefined,
  };
}

async function withNames(tx: Tx, orgId: string, rows: readonly Entry[]): Promise<NamedEntry[]> {
  const cards = await personCards(tx, orgId, rows.map(({ personId }) => personId));
  return rows.map((row) => ({ ...row, name: cards.get(row.personId)?.name ?? "" }));
}
