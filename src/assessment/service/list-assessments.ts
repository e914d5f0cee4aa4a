import { addDays } from "#kernel/calendar.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { authorise, can } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { findInstrument } from "../model/catalogue.ts";
import type { Words } from "../model/instrument.ts";
import { WORK_ON_ASSESSMENTS } from "../model/policy.ts";
import { listDue, listRecent, type ListedRecord } from "../store/records.ts";
import { noteReading } from "./note-reading.ts";

/** How far ahead a repetition is announced. */
const AHEAD_DAYS = 30;

export interface AssessmentLine extends ListedRecord {
  /** Null for whoever does not let their data be kept. */
  readonly name: string | null;
  readonly communityName: string | null;
}

export interface ListAsked {
  /** `due`: to be assessed again by thirty days from now; `recent`: what was assessed. */
  readonly view: "due" | "recent";
  readonly instrumentId?: string | undefined;
  readonly after?: string | null | undefined;
  readonly limit?: number;
}

/** Who is to be assessed again, or what was assessed lately. No answers stand in a list. */
export async function listAssessments(session: Session, asked: ListAsked): Promise<Page<AssessmentLine>> {
  authorise(session.actor, WORK_ON_ASSESSMENTS, { orgId: session.actor.orgId });
  const page = await readLines(session, asked, addDays(session.today, AHEAD_DAYS));
  await noteReading(session, { action: "assessments.listed", subjectKind: "list", subjectId: asked.view, details: { rows: page.rows.length } });
  return page;
}

/** Repetitions due today or before, for the home; nobody for whoever may not assess. */
export async function listDueAssessments(session: Session, most: number): Promise<readonly { personId: string; name: string; birthOn: string | null; instrument: Words; dueOn: string }[]> {
  if (!can(session.actor, WORK_ON_ASSESSMENTS, { orgId: session.actor.orgId }).allow) return [];
  const { rows } = await readLines(session, { view: "due", limit: most }, session.today);
  return rows.flatMap(({ personId, name, birthOn, instrumentId, instrumentVersion, nextDueOn }) => {
    const instrument = findInstrument(instrumentId, instrumentVersion);
    return name === null || nextDueOn === null || !instrument ? [] : [{ personId, name, birthOn, instrument: instrument.name, dueOn: nextDueOn }];
  });
}

function readLines({ read, actor }: Session, { view, ...paging }: ListAsked, by: string) {
  return read(async (tx) => {
    const { rows, next } = view === "due" ? await listDue(tx, actor.orgId, by, paging) : await listRecent(tx, actor.orgId, paging);
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId));
    return { next, rows: rows.map((row) => ({ ...row, ...shown(cards.get(row.personId)) })) };
  });
}

function shown(card: PersonCard | undefined): { name: string | null; birthOn: string | null; communityName: string | null } {
  if (card === undefined || card.withheldOn !== null) return { name: null, birthOn: null, communityName: null };
  return { name: card.preferredName ?? card.name, birthOn: card.birthOn, communityName: card.communityName };
}
