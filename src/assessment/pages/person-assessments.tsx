import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { assessmentText } from "../messages/index.ts";
import { showPersonAssessments } from "../service/show-person-assessments.ts";
import { resultWords } from "../ui/result-words.ts";
import styles from "../ui/assessment.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { records, offered, ...person } = await showPersonAssessments(session, readParam(params.personId, z.uuid()));
  const lines = records.map(({ id, instrumentId, instrumentVersion, instrument, score, assessedOn, nextDueOn, standing, total, band, level }) => ({ id, instrumentId, instrumentVersion, name: instrument.name, assessedOn, nextDueOn, standing, total, band, level, parts: instrument.total ? [] : score.parts.map(({ value }, index) => ({ label: instrument.parts[index]!.label, value })) }));
  return { ...person, lines, offered: offered.map(({ id, name, about }) => ({ id, name, about })), saved: new URL(request.url).searchParams.has("saved"), today: session.today };
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

export default function PersonAssessments() {
  const { personId, name, lines, offered, saved, today } = useLoaderData<typeof loader>();
  const t = useText(assessmentText);
  const language = useLanguage();
  const groups = [...Map.groupBy(lines, ({ instrumentId }) => instrumentId)];
  return (
    <>
      <title>{t.person.title(name)}</title>
      <PageHeader title={t.person.title(name)} avatar={name} crumbs={[{ label: t.title, to: "/assessments" }]} actions={<ButtonLink to={`/people/${personId}`}>{t.person.backToPerson}</ButtonLink>} />
      {saved ? <Notice tone="ok">{t.person.recorded}</Notice> : null}
      <Columns>
        <Stack>
          {groups.length === 0 ? <Card><EmptyState title={t.person.empty}>{t.person.emptyHint}</EmptyState></Card> : groups.map(([id, own]) => <InstrumentCard key={id} personId={personId} lines={own} today={today} />)}
        </Stack>
        <Card title={t.person.begin}>
          <ul className="stack">
            {offered.map((one) => (
              <li key={one.id} className="stack tight">
                <Link className="strong" to={`/assessments/of/${personId}/fill/${one.id}`}>{one.name[language]}</Link>
                <span className="small soft">{one.about[language]}</span>
              </li>
            ))}
          </ul>
        </Card>
      </Columns>
    </>
  );
}

function InstrumentCard({ personId, lines, today }: { personId: string; lines: readonly Line[]; today: string }) {
  const t = useText(assessmentText);
  const language = useLanguage();
  const [latest] = lines;
  const live = lines.find(({ standing }) => standing === "stands");
  const due = live?.nextDueOn;
  return (
    <Card title={latest!.name[language]} aside={due ? <Chip tone={due < today ? "late" : due === today ? "due" : "plain"}>{t.person.next(formatDayOnly(due, language, today))}</Chip> : undefined}>
      <div className="stack tight">
        <ul className="stack tight">
          {lines.map((line) => (
            <li key={line.id} className="spread">
              <Link to={`/assessments/records/${line.id}`}>{formatDayOnly(line.assessedOn, language, today)}</Link>
              <span>{line.parts.length > 0 ? line.parts.map(({ label, value }) => `${label[language]} ${value ?? "–"}`).join(" · ") : resultWords(line, language)}</span>
              {line.standing === "stands" ? null : <Chip>{t.standings[line.standing]}</Chip>}
            </li>
          ))}
        </ul>
        <div className="cluster">
          {live ? <ButtonLink to={`/assessments/of/${personId}/history/${latest!.instrumentId}`}>{t.person.history}</ButtonLink> : null}
          <ButtonLink tone="quiet" to={`/assessments/of/${personId}/fill/${latest!.instrumentId}`}>{t.person.begin}</ButtonLink>
        </div>
      </div>
    </Card>
  );
}
