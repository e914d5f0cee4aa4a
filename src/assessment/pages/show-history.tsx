import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { assessmentText } from "../messages/index.ts";
import type { Comparison } from "../model/compare.ts";
import { rangeOf } from "../model/instrument.ts";
import type { Sum } from "../model/score.ts";
import { showHistory } from "../service/show-history.ts";
import { resultWords } from "../ui/result-words.ts";
import { ScorePicture } from "../ui/score-picture.tsx";
import styles from "../ui/assessment.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { records, ...person } = await showHistory(session, readParam(params.personId, z.uuid()), readParam(params.instrument, z.string().max(40)));
  const lines = records.map(({ id, assessedOn, instrumentId, instrumentVersion, total, band, level, score, comparison }) => ({ id, assessedOn, instrumentId, instrumentVersion, total, band, level, parts: score.parts.map(({ partId, value }) => ({ partId, value })), prorated: score.total?.prorated ?? false, comparison }));
  return { ...person, instrument: records.at(-1)!.instrument, lines, today: session.today };
}

/** One picture over the total; where parts must not be added up, one for each of them. */
function picturesOf({ instrument, lines }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "instrument" | "lines">) {
  const point = (value: (line: (typeof lines)[number]) => Sum["value"]) => lines.flatMap((line) => (value(line) === null ? [] : [{ key: line.id, on: line.assessedOn, value: value(line)!, version: line.instrumentVersion }]));
  if (instrument.total) {
    const ranges = instrument.parts.map(rangeOf);
    const add = (side: "least" | "most") => ranges.reduce((sum, range) => sum + range[side], 0) * instrument.total!.times;
    return [{ key: "total", label: null, points: point(({ total }) => total), least: add("least"), most: add("most"), bands: instrument.total.bands }];
  }
  return instrument.parts.map((part) => ({ key: part.id, label: part.label, points: point(({ parts }) => parts.find(({ partId }) => partId === part.id)?.value ?? null), ...rangeOf(part), bands: null }));
}

export default function ShowHistory() {
  const { personId, name, instrument, lines, today } = useLoaderData<typeof loader>();
  const t = useText(assessmentText);
  const language = useLanguage();
  const title = t.history.title(instrument.name[language]);
  const pictures = picturesOf({ instrument, lines });
  return (
    <>
      <title>{`${title} · ${name}`}</title>
      <PageHeader title={title} avatar={name} crumbs={[{ label: t.title, to: "/assessments" }, { label: t.person.title(name), to: `/assessments/of/${personId}` }]} lead={name} actions={<PrintButton label={t.result.print} />} />
      {pictures.map(({ key, label, points, ...range }) => (
        <Card key={key} title={label ? label[language] : t.history.picture}>
          {points.length === 0 ? <EmptyState level={3} title={t.history.none} /> : <ScorePicture points={points} {...range} today={today} />}
          {range.bands ? <div className="cluster small">{range.bands.lines.map((band) => <Chip key={band.key} tone={band.tone}>{`${band.from}–${band.to} ${band.label[language]}`}</Chip>)}{range.bands.verified ? null : <Chip tone="due">{t.unverified}</Chip>}</div> : null}
        </Card>
      ))}
      {new Set(lines.map(({ instrumentVersion }) => instrumentVersion)).size > 1 ? <p className="soft">{t.history.versions}</p> : null}
      <Card flush>
        <DataList caption={title} rows={lines.toReversed()} rowKey={({ id }) => id} rowTo={({ id }) => `/assessments/records/${id}`} empty={<EmptyState title={t.history.none} />}
          columns={[
            { key: "day", label: t.history.day, render: (row) => formatDayOnly(row.assessedOn, language, today) },
            { key: "result", label: t.list.result, render: (row) => resultWords(row, language) },
            ...(instrument.parts.length > 1 ? instrument.parts.map((part) => ({ key: part.id, label: part.label[language], render: (row: (typeof lines)[number]) => row.parts.find(({ partId }) => partId === part.id)?.value ?? "–" })) : []),
            { key: "change", label: t.result.change, render: (row) => changeWords(row.comparison, t.result) },
          ]} />
      </Card>
    </>
  );
}

function changeWords(comparison: Comparison | null, t: typeof assessmentText.zh.result): string {
  if (!comparison) return "–";
  const words = comparison.direction === "same" ? t.changes.same : t.changes[comparison.direction](String(Math.abs(comparison.difference)));
  return comparison.matters === true ? `${words} · ${t.matters.yes}` : words;
}
