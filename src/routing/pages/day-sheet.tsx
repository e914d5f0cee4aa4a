import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Card, EmptyState, Notice, PageHeader } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { routingText } from "../messages/index.ts";
import { showSheet } from "../service/plans/show-sheet.ts";
import { TeamSheet } from "../ui/team-sheet.tsx";
import styles from "../ui/routing.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { sheet: await showSheet(session, readParam(params.planId, z.uuid())), today: session.today };
}

export default function DaySheetPage() {
  const { sheet, today } = useLoaderData<typeof loader>();
  const { sheet: t, list, plan } = useText(routingText);
  const language = useLanguage();
  const day = formatDay(sheet.onDay, language, today);
  return (
    <>
      <title>{t.title(day)}</title>
      <div className="no-print"><PageHeader title={t.title(day)} crumbs={[{ label: list.title, to: "/rounds" }, { label: plan.title(day), to: `/rounds/${sheet.planId}` }]} actions={<PrintButton tone="primary" label={t.print} />} /></div>
      <div className="no-print"><Notice tone="due">{t.keep}</Notice></div>
      {sheet.sheets.length === 0 ? <Card><EmptyState title={t.empty} /></Card> : sheet.sheets.map((one) => <TeamSheet key={one.teamId} sheet={one} day={day} startName={sheet.startName} version={t.version(sheet.version, formatInstant(sheet.madeAt, language, today))} />)}
    </>
  );
}
