import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { assessmentText } from "../messages/index.ts";
import type { Instrument, Item } from "../model/instrument.ts";
import { PRESENT, type Assessor } from "../model/record.ts";

/** Every item with what was answered; a blank one says so. */
export function AnswersCard({ sheet, answers, facts }: { sheet: Instrument; answers: Readonly<Record<string, number | "na">>; facts: Readonly<Record<string, boolean>> }) {
  const { result: t, sheet: s } = useText(assessmentText);
  const language = useLanguage();
  const words = ({ id, choices }: Item) => {
    const answer = answers[id];
    if (answer === undefined) return <span className="soft">{s.notScored}</span>;
    if (answer === "na") return <span className="soft">{s.notApplicable}</span>;
    const label = choices.find(({ value }) => value === answer)?.label?.[language];
    return label ? `${label} · ${s.score(answer)}` : s.score(answer);
  };
  return (
    <Card title={t.answers}>
      <div className="stack">
        {sheet.parts.map((part) => (
          <section key={part.id} className="stack tight" aria-label={part.label[language]}>
            {sheet.parts.length > 1 ? <h3>{part.label[language]}</h3> : null}
            <dl className="facts answers">
              {part.items.map((item) => <div key={item.id}><dt>{item.text ? `${item.number}. ${item.text[language]}` : s.item(item.number)}</dt><dd>{words(item)}</dd></div>)}
            </dl>
          </section>
        ))}
        {sheet.facts.length > 0 ? <Facts facts={sheet.facts.map(({ id, text }) => ({ label: text[language], value: facts[id] === undefined ? s.unknown : facts[id] ? s.yes : s.no }))} /> : null}
      </div>
    </Card>
  );
}

interface About {
  readonly instrumentVersion: number; readonly assessedOn: string; readonly place: string; readonly present: readonly string[]; readonly assessors: readonly Assessor[];
  readonly note: string; readonly nextDueOn: string | null; readonly recordedByName: string;
}

/** Who, when, where and with which version. */
export function AboutCard({ record, today }: { record: About; today: string }) {
  const { result: t, sheet: s } = useText(assessmentText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  const joined = (words: readonly string[]) => words.join(language === "zh" ? "、" : ", ");
  return (
    <Card title={t.about}>
      <Facts facts={[
        { label: s.assessedOn, value: day(record.assessedOn) },
        ...(record.place ? [{ label: s.place, value: record.place }] : []),
        { label: s.present, value: joined(PRESENT.filter((one) => record.present.includes(one)).map((one) => s.presentChoices[one])) || t.nothing },
        ...record.assessors.map(({ name, profession }, index) => ({ label: s.assessor(index + 1), value: `${name} · ${s.professions[profession]}` })),
        ...(record.note ? [{ label: s.note, value: record.note }] : []),
        ...(record.nextDueOn ? [{ label: s.nextDueOn, value: day(record.nextDueOn) }] : []),
        { label: t.version, value: t.versionOf(record.instrumentVersion) },
        { label: t.by, value: record.recordedByName },
      ]} />
    </Card>
  );
}
