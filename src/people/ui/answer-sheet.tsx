import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { platformText } from "#platform/messages/index.ts";
import { Card, Facts } from "#platform/ui/index.ts";
import { peopleText } from "../messages/index.ts";
import { PURPOSES } from "../model/terms.ts";
import type { AnswerSheet } from "../service/files/show-answer-sheet.ts";

/** The sheet in plain words: on paper to hand over, on screen for whoever has an account. */
export function SheetBody({ sheet, today, by }: { sheet: AnswerSheet; today: string; by?: string }) {
  const { sheet: t, duties, consents } = useText(peopleText);
  const { audit } = useText(platformText);
  const language = useLanguage();
  return (
    <>
      <Card><Facts facts={[{ label: t.name, value: sheet.name }, { label: t.madeOn, value: formatDay(today, language, today) }, ...(by ? [{ label: t.by, value: by }] : [])]} /></Card>
      <Card title={t.can}><ul className="stack tight">{sheet.viewers.map(({ name, why }) => <li key={why + name}>{name} <span className="soft">{why}</span></li>)}</ul></Card>
      <Card title={t.consents}><Facts facts={PURPOSES.map((purpose) => ({ label: consents.purposes[purpose], value: sheet.consents[purpose] ? consents.states[sheet.consents[purpose]] : t.never }))} /></Card>
      <Card title={t.duties}>{sheet.duties.length === 0 ? <p>{t.noDuties}</p> : <ul className="stack tight">{sheet.duties.map(({ id, what, state, dueOn }) => <li key={id}>{what[language]} <span className="soft">{duties.states[state]} · {formatDay(dueOn, language, today)}</span></li>)}</ul>}</Card>
      <Card title={t.readings}>{sheet.readings.length === 0 ? <p>{t.none}</p> : <ul className="stack tight">{sheet.readings.map(({ seq, at, actorName, action }) => <li key={seq}>{formatInstant(at, language, today)} {actorName} <span className="soft">{audit.actions[action] ?? action}</span></li>)}</ul>}</Card>
      <p>{t.ask(sheet.organization.name, sheet.organization.phone)} <span className="soft small">{t.law}</span></p>
    </>
  );
}
