import { Printer } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { peopleText } from "../../messages/index.ts";
import { showAnswerSheet } from "../../service/files/show-answer-sheet.ts";
import { SheetBody } from "../../ui/answer-sheet.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { sheet: await showAnswerSheet(session, readParam(params.personId, z.uuid()), webOf(context).lang), today: session.today, by: session.actor.name };
}

/** 被查阅记录: printed and handed to the person it is about. */
export default function AnswerSheetPage() {
  const { sheet, today, by } = useLoaderData<typeof loader>();
  const { sheet: t, list } = useText(peopleText);
  return (
    <>
      <title>{`${t.title} · ${sheet.name}`}</title>
      <div className="no-print"><PageHeader title={t.title} lead={t.lead} crumbs={[{ label: list.title, to: "/people" }, { label: sheet.name, to: `/people/${sheet.personId}` }]}
        actions={<Button tone="primary" icon={<Printer className="icon" aria-hidden="true" />} onClick={() => window.print()}>{t.print}</Button>} /></div>
      <h1 className="print-only">{sheet.organization.name} · {t.title}</h1>
      <SheetBody sheet={sheet} today={today} by={by} />
      <p className="print-only">{t.sign}</p>
    </>
  );
}
