import { Printer } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, Card, Facts, PageHeader, Timeline } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { caseworkText } from "../../messages/index.ts";
import { showCase } from "../../service/cases/show-case.ts";
import { timelineOf } from "../../ui/cases/case-words.ts";
import { needName } from "../../ui/need-name.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { file: await showCase(session, readParam(params.caseId, z.uuid()), { printed: true }), today: session.today, reader: session.actor.name };
}

/** The case on paper: who, how it stands, the closing summary, needs, family, everything that happened. */
export default function PrintCase() {
  const { file, today, reader } = useLoaderData<typeof loader>();
  const { cases: t, statuses, populations } = useText(caseworkText);
  const language = useLanguage();
  const { case: one, card, needs, relatives } = file;
  const summary = file.events.findLast(({ kind, step }) => kind === "closed" || step === "close");
  const p = t.print;
  const facts = [
    { label: p.person, value: card.name }, { label: t.list.population, value: populations[one.population] }, { label: p.stage, value: `${t.stages[one.stage]} · ${t.standings[one.standing]}` },
    { label: p.worker, value: [one.workerName, one.teamName].filter(Boolean).join(" · ") }, { label: t.list.programme, value: one.programmeName }, { label: t.page.origin, value: [t.origins[one.originKind], one.originWords].filter(Boolean).join(" · ") },
    { label: t.list.opened, value: formatDayOnly(one.openedOn, language, today) },
    ...(one.closedOn ? [{ label: t.list.closedOn, value: formatDayOnly(one.closedOn, language, today) }, { label: t.list.reason, value: t.closingReasons[one.closingReason!] }] : []),
    { label: p.relations, value: relatives.map(({ relation, otherName, isGuardian, isCarer }) => p.relative(relation, otherName, [...(isGuardian ? [t.page.guardian] : []), ...(isCarer ? [t.page.carer] : [])])).join(p.between) },
    { label: p.needs, value: needs.map(({ code, status }) => p.need(needName(code, language), statuses[status])).join(p.between) },
  ];
  return (
    <>
      <title>{p.title(one.reference)}</title>
      <div className="no-print"><PageHeader title={p.title(one.reference)} crumbs={[{ label: t.title, to: "/cases" }, { label: one.reference, to: `/cases/${one.caseId}` }]}
        actions={<Button tone="primary" icon={<Printer className="icon" aria-hidden="true" />} onClick={() => window.print()}>{t.page.print}</Button>} /></div>
      <h1 className="print-only">{p.title(one.reference)}</h1>
      <Card><Facts facts={facts.filter(({ value }) => value)} /></Card>
      {summary && one.standing === "closed" ? <Card title={p.summary}><p className="measure pre">{summary.words}</p></Card> : null}
      <Card title={p.timeline}><Timeline label={p.timeline} items={timelineOf(file.events, { workers: file.names, teams: file.teamNames }, t, language, today)} /></Card>
      <p className="small soft">{p.printed(formatDay(today, language, today), reader)}</p>
    </>
  );
}
