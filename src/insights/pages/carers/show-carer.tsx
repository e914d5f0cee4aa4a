import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, Columns, EmptyState, PageHeader, Stack } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { insightsText } from "../../messages/index.ts";
import { showCarer, type Outcome, type ShownCarer } from "../../service/carers/show-carer.ts";
import { StrainChip } from "../../ui/carers/strain-chip.tsx";
import { StrainPicture } from "../../ui/carers/strain-picture.tsx";
import styles from "../../ui/results/results.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { carer: await showCarer(session, readParam(params.personId, z.uuid())), today: session.today, mayLog: session.actor.capabilities.has("encounters.write") };
}

export default function ShowCarer() {
  const { carer, today, mayLog } = useLoaderData<typeof loader>();
  const { carers: t } = useText(insightsText);
  const language = useLanguage();
  const first = carer.beside.find(({ personId }) => personId !== carer.carerId);
  return (
    <>
      <title>{t.pageTitle(carer.name)}</title>
      <PageHeader title={t.pageTitle(carer.name)} avatar={carer.name} crumbs={[{ label: t.title, to: "/carers" }]} actions={<>
        <ButtonLink to={`/people/${carer.carerId}`}>{t.file}</ButtonLink><ButtonLink to={`/assessments/of/${carer.carerId}/fill/needs-carer`}>{t.ask}</ButtonLink>
        {mayLog && first ? <ButtonLink to={`/encounters/new/${first.personId}`} tone="primary">{t.log}</ButtonLink> : null}<PrintButton label={t.print} /></>} />
      <Columns>
        <Stack>
          <Card title={t.picture}>
            <div className="stack">
              <p className="cluster">{carer.band === null ? <Chip>{t.never}</Chip> : <StrainChip total={carer.points.at(-1)!.total} band={carer.band} />} <span className="soft small">{t.had(formatNumber(carer.relief.minutes / 60, language, 1), carer.relief.talks, carer.relief.groups)}</span></p>
              {carer.points.length === 0 ? <p className="soft">{t.pictureNone}</p> : <p className="soft small">{t.scale(carer.scale.name[language])}</p>}
              <StrainPicture carer={carer} today={today} />
              <Behind carer={carer} today={today} />
            </div>
          </Card>
          <Latest carer={carer} today={today} />
        </Stack>
        <Card title={t.beside}><Stack>
          {carer.beside.map(({ personId, name, outcomes }) => (
            <section key={personId} className="stack tight">
              <h3>{personId === carer.carerId ? name : <Link to={`/people/${personId}`}>{name}</Link>}</h3>
              {outcomes.length === 0 ? <p className="soft">{t.outcomesNone}</p> : <ul className="stack tight">{outcomes.map((one) => <li key={one.key}><OutcomeLine outcome={one} /></li>)}</ul>}
            </section>
          ))}
        </Stack></Card>
      </Columns>
    </>
  );
}

function OutcomeLine({ outcome: { measure, category, value, before, subject, count, to } }: { outcome: Outcome }) {
  const { results: t } = useText(insightsText);
  const language = useLanguage();
  const write = (number: number) => formatNumber(number, language, measure === "plans" ? 1 : 0);
  const change = value === null ? null : before === null ? write(value) : t.change(write(before), write(value));
  return <><Link to={to}>{subject ? subject[language] : t.measures[measure]}</Link> {change ?? count} <Chip tone={["better", "reached", "attained", "met", "kept"].includes(category) ? "ok" : category === "worse" || category === "not_kept" ? "due" : "plain"}>{t.categories[category]}</Chip></>;
}

/** The numbers behind the picture. */
function Behind({ carer: { points, months }, today }: { carer: ShownCarer; today: string }) {
  const { carers: t } = useText(insightsText);
  const language = useLanguage();
  return (
    <details className="behind">
      <summary>{t.byMonth}</summary>
      <div className="stack">
        {points.length > 0 ? <table className="result-figures"><caption className="sr-only">{t.strain}</caption><thead><tr><th scope="col">{t.day}</th><th scope="col">{t.score}</th></tr></thead>
          <tbody>{points.map(({ onDay, total }) => <tr key={onDay}><th scope="row">{formatDayOnly(onDay, language, today)}</th><td>{total}</td></tr>)}</tbody></table> : null}
        <table className="result-figures"><caption className="sr-only">{t.byMonth}</caption><thead><tr><th scope="col">{t.month}</th><th scope="col">{t.byMonth}</th><th scope="col">{t.talks}</th><th scope="col">{t.groups}</th></tr></thead>
          <tbody>{months.map(({ month, relief }) => <tr key={month}><th scope="row">{month}</th><td>{t.hours(formatNumber(relief.minutes / 60, language, 1))}</td><td>{relief.talks}</td><td>{relief.groups}</td></tr>)}</tbody></table>
      </div>
    </details>
  );
}

function Latest({ carer: { latest }, today }: { carer: ShownCarer; today: string }) {
  const { carers: t, results } = useText(insightsText);
  const language = useLanguage();
  if (latest.length === 0) return <Card title={t.latest}><EmptyState title={t.latestNone} level={3} /></Card>;
  return (
    <Card title={t.latest}>
      <ul className="stack tight">{latest.map(({ key, category, onDay, value, to }) => <li key={key}><Link to={to}>{formatDayOnly(onDay, language, today)}</Link> {results.categories[category]}{value === null ? null : <span className="small soft"> {results.minutes(value)}</span>}</li>)}</ul>
    </Card>
  );
}
