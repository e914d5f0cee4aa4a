import { formatDayOnly } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Session } from "#platform/db/session.ts";
import type { Panel, PersonSubject } from "#platform/web/panels.ts";
import { referralText } from "../messages/index.ts";
import { rowsAbout } from "../store/referrals.ts";
import { toneOf } from "../ui/tones.ts";
import { readerOf } from "./near.ts";

const MOST = 5;

/** Referrals of a person or a case, and the way to a new one; nothing for those who do not refer. */
export async function referralPanel(session: Session, { personId, recordIds, caseId }: PersonSubject & { readonly caseId?: string }, language: Language): Promise<Panel | null> {
  const { actor, today } = session;
  if (!actor.strong || !actor.capabilities.has("referrals.work")) return null;
  const t = referralText[language];
  const reader = readerOf(session);
  const rows = await session.read((tx) => rowsAbout(tx, actor.orgId, caseId ? { caseId } : { personIds: recordIds }, MOST));
  return {
    title: t.panel.title, empty: t.panel.empty, action: { label: t.panel.open, to: `/referrals/new/${personId}${caseId ? `?case=${caseId}` : ""}` },
    lines: rows.map((row) => ({
      key: row.id, text: row.side === "out" ? t.panel.to(row.otherName) : t.panel.from(row.otherName), note: [t.topics[row.topic], formatDayOnly(row.sentAt.slice(0, 10), language, today)].join(" · "),
      ...((reader.all || row.workerId === null || row.workerId === actor.accountId) && { to: `/referrals/${row.id}` }), chip: { label: t.states[row.state], tone: toneOf(row, today) },
    })),
  };
}
