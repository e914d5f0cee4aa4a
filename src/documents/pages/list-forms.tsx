import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, DataList, PageHeader } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { documentsText } from "../messages/index.ts";
import { isOfGroup } from "../model/forms.ts";
import { listForms } from "../service/show-template.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { forms: await listForms(sessionOf(context)) };
}

/** The standard forms of cases and of groups, and which template each uses. */
export default function ListForms() {
  const { forms } = useLoaderData<typeof loader>();
  const t = useText(documentsText);
  const kinds = [{ title: t.ofCases, rows: forms.filter(({ form }) => !isOfGroup(form)) }, { title: t.ofGroups, rows: forms.filter(({ form }) => isOfGroup(form)) }];
  return (
    <>
      <title>{t.templates}</title>
      <PageHeader title={t.templates} lead={t.templatesLead} crumbs={[{ label: t.cases, to: "/cases" }]} />
      {kinds.map(({ title, rows }) => (
        <Card key={title} title={title} flush>
          <DataList caption={title} rows={rows} rowKey={({ form }) => form} rowTo={({ form }) => `/documents/${form}`} empty={null} columns={[
            { key: "form", label: t.columns.form, render: ({ form }) => t.forms[form] },
            { key: "template", label: t.columns.template, render: ({ version }) => (version === 0 ? t.shippedVersion : t.version(version)) },
            { key: "by", label: t.columns.by, render: ({ byName }) => byName ?? "—" },
          ]} />
        </Card>
      ))}
    </>
  );
}
