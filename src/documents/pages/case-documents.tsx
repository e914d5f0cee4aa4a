import { Form, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink, Card, DataList, EmptyState, PageHeader } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import styles from "../ui/documents.css?url";
import { documentsText } from "../messages/index.ts";
import { FORMATS, FORMS } from "../model/forms.ts";
import { listMade } from "../service/list-made.ts";

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
  const language = useLanguage();
  return (
    <>
      <title>{t.caseTitle(reference)}</title>
      <PageHeader title={t.caseTitle(reference)} lead={t.lead} crumbs={[{ label: t.cases, to: "/cases" }, { label: reference, to: `/cases/${caseId}` }]} actions={<ButtonLink to="/documents">{t.templates}</ButtonLink>} />
      <Card title={t.make}>
        <ul className="stack document-forms">
          {FORMS.map((form) => (
            <li key={form} className="document-form">
              <span>{t.forms[form]}</span>
              <Form method="post" action={`/documents/case/${caseId}/make`} reloadDocument className="row">
                <input type="hidden" name="form" value={form} />
                {FORMATS.map((format) => <Button key={format} type="submit" name="format" value={format} aria-label={`${t.forms[form]} ${t.formats[format]}`}>{t.formats[format]}</Button>)}
              </Form>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t.made} flush>
        <DataList caption={t.made} rows={made} rowKey={({ id }) => id} empty={<EmptyState title={t.noneMade} level={3} />} columns={[
          { key: "form", label: t.columns.form, render: ({ form, format }) => `${t.forms[form]} · ${t.formats[format]}` }, { key: "template", label: t.columns.template, render: ({ templateVersion }) => (templateVersion === 0 ? t.shippedVersion : t.version(templateVersion)) },
          { key: "by", label: t.columns.by, render: ({ byName }) => byName }, { key: "at", label: t.columns.at, render: ({ at }) => formatInstant(at, language, today) }, { key: "hash", label: t.columns.hash, render: ({ contentHash }) => <code className="small">{contentHash.slice(0, 16)}</code> },
        ]} />
      </Card>
    </>
  );
}
