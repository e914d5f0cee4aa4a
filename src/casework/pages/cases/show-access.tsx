import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { platformText } from "#platform/messages/index.ts";
import { Card, DataList, EmptyState, PageHeader, Pager } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { caseworkText } from "../../messages/index.ts";
import { showCaseAccess } from "../../service/cases/show-case-access.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const caseId = readParam(params.caseId, z.uuid());
  return { caseId, ...await showCaseAccess(session, caseId, { after: new URL(request.url).searchParams.get("after") }), today: session.today };
}

export default function ShowAccess() {
  const { caseId, reference, viewers, readings, today } = useLoaderData<typeof loader>();
  const { cases: t } = useText(caseworkText);
  const { audit } = useText(platformText);
  const language = useLanguage();
  const a = t.access;
  return (
    <>
      <title>{`${a.title} · ${reference}`}</title>
      <PageHeader title={a.title} crumbs={[{ label: t.title, to: "/cases" }, { label: reference, to: `/cases/${caseId}` }]} />
      <Card title={a.can} flush>
        <DataList caption={a.can} rows={viewers} rowKey={({ name, why }) => `${why} ${name}`} empty={null} columns={[{ key: "name", label: a.name, render: ({ name }) => name }, { key: "why", label: a.why, render: ({ why }) => t.ties[why] }]} />
      </Card>
      <Card title={a.readings} flush>
        <DataList caption={a.readings} rows={readings.rows} rowKey={({ seq }) => String(seq)} empty={<EmptyState title={a.none} level={3} />} columns={[
          { key: "who", label: a.who, render: ({ actorName }) => actorName }, { key: "what", label: a.what, render: ({ action }) => audit.actions[action] ?? action }, { key: "when", label: a.when, render: ({ at }) => formatInstant(at, language, today) },
        ]} />
      </Card>
      <Pager after={readings.next} />
    </>
  );
}
