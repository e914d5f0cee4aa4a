import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { BarLine } from "#platform/ui/picture/bar-line.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { assessmentText } from "../messages/index.ts";
import type { Comparison } from "../model/compare.ts";
import { pressingItems, type Instrument } from "../model/instrument.ts";
import type { PartSum, Score, Sum } from "../model/score.ts";

export interface ResultProps {
  sheet: Instrument;
  score: Score;
  answers: Readonly<Record<string, number | "na">>;
  before: { readonly assessedOn: string; readonly version: number; readonly total: number | null; readonly parts: readonly PartSum[] } | null;
  comparison: Comparison | null;
  today: string;
}

/** The result in one card: total, band, level, and how it stands to the one before. */
export function ResultCard({ sheet, score, answers, before, comparison, today }: ResultProps) {
  const t = useText(assessmentText);
  const language = useLanguage();
  const bands = sheet.total?.bands;
  const facts = [
    ...(score.total ? [{ label: t.result.total, value: <SumWords sum={score.total} /> }] : []),
    ...(score.band ? [{ label: t.result.band, value: <span className="cluster"><Chip tone={score.band.tone}>{score.band.label[language]}</Chip>{bands?.verified === false ? <Chip tone="due">{t.unverified}</Chip> : null}</span> }] : []),
    ...(score.level ? [{ label: t.result.level, value: <LevelWords sheet={sheet} score={score} /> }] : []),
    ...(before && before.total !== null ? [{ label: t.result.before, value: t.result.beforeLine(before.total, formatDayOnly(before.assessedOn, language, today)) }] : []),
    ...(before && score.total ? [{ label: t.result.change, value: <ChangeWords comparison={comparison} otherVersion={before.version !== sheet.version} /> }] : []),
  ];
  return (
    <Card title={t.list.result}>
      <div className="stack">
        <PressingNotice sheet={sheet} answers={answers} />
        {facts.length > 0 ? <Facts facts={facts} /> : null}
        {score.total ? <p className="small soft">{bands ? t.result.bandSource(bands.source[language]) : t.result.noBands}</p> : null}
        <PartLines sheet={sheet} parts={score.parts} before={before?.version === sheet.version ? before.parts : []} />
        <p className="small soft">{t.result.noDiagnosis}</p>
      </div>
    </Card>
  );
}

/** What must be talked over at once. */
function PressingNotice({ sheet, answers }: Pick<ResultProps, "sheet" | "answers">) {
  const { result: t } = useText(assessmentText);
  const language = useLanguage();
  const items = pressingItems(sheet, answers);
  if (items.length === 0) return null;
  return <Notice tone="late"><b>{t.pressing}</b> {t.pressingHint}<ul>{items.map(({ id, text, number }) => <li key={id}>{text?.[language] ?? number}</li>)}</ul></Notice>;
}

function SumWords({ sum }: { sum: Sum }) {
  const { result: t } = useText(assessmentText);
  if (sum.value === null) return <>{sum.missing > 0 ? t.notScorable(sum.missing) : t.nothingApplies}</>;
  return <><span className="strong">{t.of(sum.value, sum.most)}</span>{sum.prorated ? <span className="small soft"> {t.prorated(sum.missing)}</span> : null}</>;
}

function LevelWords({ sheet, score: { level, total } }: { sheet: Instrument; score: Score }) {
  const { result: t } = useText(assessmentText);
  const language = useLanguage();
  if (!level) return null;
  if (level.level === null) {
    const facts = sheet.facts.filter(({ id }) => level.unknown.includes(id)).map(({ text }) => text[language]).join(language === "zh" ? "、" : "; ");
    return <>{total?.value === null ? t.levelNoTotal : t.levelOpen(facts)}</>;
  }
  return <><span className="strong">{t.levels[level.level]}</span>{level.byComa ? <span className="small soft"> {t.byComa}</span> : level.worsened ? <span className="small soft"> {t.worsened}</span> : null}</>;
}

function ChangeWords({ comparison, otherVersion }: { comparison: Comparison | null; otherVersion: boolean }) {
  const { result: t } = useText(assessmentText);
  if (otherVersion) return <>{t.otherVersion}</>;
  if (!comparison) return null;
  const size = String(Math.abs(comparison.difference));
  const words = comparison.direction === "same" ? t.changes.same : t.changes[comparison.direction](size);
  const matters = comparison.matters === null ? t.matters.unknown : comparison.matters ? t.matters.yes : t.matters.no;
  return <span className="cluster"><Chip tone={comparison.direction === "better" ? "ok" : comparison.direction === "worse" ? "due" : "plain"}>{words}</Chip><span className="small soft">{matters}</span></span>;
}

function PartLines({ sheet, parts, before }: { sheet: Instrument; parts: readonly PartSum[]; before: readonly PartSum[] }) {
  const { result: t } = useText(assessmentText);
  const language = useLanguage();
  if (sheet.total && parts.length === 1) return null;
  return (
    <div className="stack tight score-parts">
      {parts.map((part, index) => {
        const earlier = before.find(({ partId }) => partId === part.partId)?.value;
        const words = part.value === null ? (part.missing > 0 ? t.notScorable(part.missing) : t.nothingApplies) : t.of(part.value, part.most);
        const share = part.value === null || part.most === part.least ? 0 : (part.value - part.least) / (part.most - part.least);
        return <BarLine key={part.partId} label={sheet.parts[index]!.label[language]} share={share} text={earlier == null ? words : `${words} · ${t.before} ${earlier}`} />;
      })}
    </div>
  );
}
