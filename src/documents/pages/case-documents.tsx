import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, PageHeader } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import styles from "../ui/documents.css?url";
import { documentsText } from "../messages/index.ts";
import { CASE_FORMS } from "../model/forms.ts";
import { listMade } from "../service/list-made.ts";
import { MadeCard } from "../ui/made-card.tsx";
import { MakeForm } from "../ui/make-forms.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const caseId = readParam(params.caseId, z.uuid());
  return { caseId, today: session.today, ...await listMade(session, caseId) };
}

/** The forms of one case: a button for each format, and what was made before. */
export default function CaseDocuments() {
  const { caseId, reference, made, today } = useLoaderData<typeof loader>();
  const t = useText(documentsText);
  return (
    <>
      <title>{t.caseTitle(reference)}</title>
      <PageHeader title={t.caseTitle(reference)} lead={t.lead} crumbs={[{ label: t.cases, to: "/cases" }, { label: reference, to: `/cases/${caseId}` }]} actions={<ButtonLink to="/documents">{t.templates}</ButtonLink>} />
      <Card title={t.make}><ul className="stack document-forms">{CASE_FORMS.map((form) => <MakeForm key={form} form={form} action={`/documents/case/${caseId}/make`} />)}</ul></Card>
      <MadeCard made={made} today={today} />
    </>
  );
}
