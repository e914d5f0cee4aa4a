import { findInstrument } from "#assessment/index.ts";
import { findCode, NEED_PACKS, readableCases } from "#casework/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { fitsFilter, spanAsked, type ResultFilter } from "../../model/results/filter.ts";
import type { ResultUnit } from "../../model/results/units.ts";
import { programmeFacts } from "../../store/results/result-facts.ts";
import { mayOpenResults, resultsIn } from "./results-in.ts";

export interface ResultLine extends Omit<ResultUnit, "to" | "subject"> {
  /** Null where it belongs to a case the reader does not stand near. */
  readonly name: string | null;
  readonly to: string | null;
  readonly subject: { readonly zh: string; readonly en: string } | string;
  readonly programme: string | null;
}

/** The rows behind a figure of results, the latest first. Reading them is noted. */
export async function listResultRows(session: Session, filter: ResultFilter, { after, limit = 50 }: { after?: string | null; limit?: number } = {}): Promise<Page<ResultLine> & { readonly count: number }> {
  const { actor, today, now } = session;
  if (!mayOpenResults(actor)) throw new Refusal("forbidden", "access.not_allowed");
  const beyond = decodeCursor(after, ["day", "text"]);
  return session.write("insights.list-results", { ...filter, at: now.toISOString() }, async (tx) => {
    const units = (await resultsIn(tx, actor.orgId, spanAsked(filter, today))).filter((unit) => fitsFilter(unit, filter)).toSorted((a, b) => b.onDay.localeCompare(a.onDay) || (a.key < b.key ? -1 : 1));
    const rest = beyond ? units.filter(({ onDay, key }) => onDay < String(beyond[0]) || (onDay === beyond[0] && key > String(beyond[1]))) : units;
    const page = pageOf(rest.slice(0, limit + 1), limit, ({ onDay, key }) => [onDay, key]);
    const cards = await personCards(tx, actor.orgId, page.rows.map(({ personId }) => personId));
    const readable = await readableCases(session, tx, page.rows.flatMap(({ caseId }) => caseId ?? []));
    const programmes = new Map((await programmeFacts(tx, actor.orgId)).map(({ id, name }) => [id, name]));
    await recordAudit(tx, actor, { action: "results.rows_read", subjectKind: "results", subjectId: "rows", details: { ...filter, rows: page.rows.length } });
    return { next: page.next, count: units.length, rows: page.rows.map((unit) => {
      const card = cards.get(unit.personId);
      const near = unit.caseId === null || readable.has(unit.caseId);
      return { ...unit, subject: subjectOf(unit), programme: unit.programmeId && (programmes.get(unit.programmeId) ?? null), name: near && card ? card.preferredName ?? card.name : null, to: near ? unit.to : null };
    }) };
  });
}

function subjectOf({ measure, subject }: ResultUnit): ResultLine["subject"] {
  if (measure === "scores") return findInstrument(subject, 1)?.name ?? subject;
  if (measure !== "needs") return subject;
  return NEED_PACKS.map((pack) => findCode(pack, subject)).findLast((code) => code !== undefined) ?? subject;
}
