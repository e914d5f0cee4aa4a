import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { isSame, type Corrected, type SourceKind } from "../../model/entry.ts";
import { serviceMinutes, type ServiceTime } from "../../model/service-minutes.ts";
import { insertEntries, selectBySource, type Entry, type NewEntry } from "../../store/entries.ts";
import { insertAnswers, selectRequests } from "../../store/requests.ts";
import { insistFirst } from "../ground.ts";

/** Stands in the record, which is kept in Chinese. */
const SOURCE_CORRECTED = "来源记录已经更正";

/** One person's time in one visit or one session of an activity. */
export interface HoursOffer {
  readonly personId: string;
  readonly source: { readonly kind: Exclude<SourceKind, "hand">; readonly id: string };
  readonly happenedOn: string;
  readonly time: ServiceTime;
  /** Name of the activity or programme. */
  readonly title: string;
  readonly place?: string;
  /** Who was served, in general words; never a name. */
  readonly recipient?: string;
  readonly content?: string;
  /** Who answers for the activity (负责人). */
  readonly managerName?: string;
}

/**
 * Notes time served, to be confirmed by somebody who may; asked for in the transaction of what it comes from. The same offer twice
 * is one entry; an offer that says something else, e.g. the check-out, supersedes the entry, which then waits again. The caller authorises.
 */
export async function proposeHours(session: Session, tx: Tx, offers: readonly HoursOffer[]): Promise<void> {
  const { actor } = session;
  for (const kind of ["visit", "activity"] as const) {
    const ofKind = offers.filter(({ source }) => source.kind === kind);
    const standing = await selectBySource(tx, actor.orgId, kind, ofKind.map(({ source }) => source.id));
    const known = new Map(standing.map((entry) => [`${entry.sourceId}/${entry.personId}`, entry]));
    const rows = ofKind.flatMap((offer) => rowOf(session, offer, known.get(`${offer.source.id}/${offer.personId}`)) ?? []);
    const added = await insertEntries(tx, actor.orgId, rows);
    const superseded = rows.flatMap(({ supersedes }) => supersedes ?? []);
    insistFirst(added.length >= superseded.length);
    await answerAsked(session, tx, superseded);
    if (added.length > 0) await recordAudit(tx, actor, { action: "hours.proposed", subjectKind: "hours", subjectId: added[0]!, details: { entries: added.length, kind } });
  }
}

/** Who had asked for a correction of what is superseded now learns that its source was corrected. */
async function answerAsked({ actor, now }: Session, tx: Tx, superseded: readonly string[]): Promise<void> {
  const asked = (await selectRequests(tx, actor.orgId, superseded)).filter(({ answer }) => answer === null).map(({ id }) => id);
  await insertAnswers(tx, actor.orgId, asked, { kind: "corrected", words: SOURCE_CORRECTED, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
}

/** The row to add; none where the entry says the same already. */
function rowOf({ actor, now }: Session, offer: HoursOffer, known: Entry | undefined): NewEntry | undefined {
  const said: Corrected = {
    happenedOn: offer.happenedOn, minutes: serviceMinutes(offer.time), travelMinutes: offer.time.travelMinutes ?? 0,
    title: offer.title, place: offer.place ?? "", recipient: offer.recipient ?? "", content: offer.content ?? "",
  };
  if (known && known.decision !== "withdrawn" && isSame(known, said)) return undefined;
  return {
    ...said, personId: offer.personId, sourceKind: offer.source.kind, sourceId: offer.source.id, managerName: offer.managerName ?? "", supersedes: known?.id ?? null, reason: "",
    recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: now.toISOString(),
  };
}
