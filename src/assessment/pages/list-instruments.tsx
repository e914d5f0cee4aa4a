import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { assessmentText } from "../messages/index.ts";
import { offeredOn } from "../model/catalogue.ts";
import { isLicensed, itemsOf } from "../model/instrument.ts";

export function loader({ context }: LoaderFunctionArgs) {
  return { instruments: offeredOn(sessionOf(context).today).map((one) => ({ id: one.id, version: one.version, name: one.name, source: one.source, verified: one.verified, items: itemsOf(one).length, licensed: isLicensed(one) })) };
}

export default function ListInstruments() {
  const { instruments } = useLoaderData<typeof loader>();
  const t = useText(assessmentText);
  const language = useLanguage();
  return (
    <>
      <title>{t.instruments}</title>
      <PageHeader title={t.instruments} crumbs={[{ label: t.title, to: "/assessments" }]} lead={t.instrument.lead} />
      <Card flush>
        <DataList caption={t.instruments} rows={instruments} rowKey={({ id }) => id} rowTo={({ id }) => `/instruments/${id}`} empty={<EmptyState title={t.instruments} />}
          columns={[
            { key: "name", label: t.list.instrument, render: (row) => row.name[language] },
            { key: "version", label: t.instrument.version, render: (row) => t.result.versionOf(row.version) },
            { key: "items", label: t.instrument.items, render: (row) => row.items, end: true },
            { key: "licence", label: t.instrument.licence, render: (row) => (row.licensed ? t.instrument.licensed : t.instrument.own) },
            { key: "source", label: t.instrument.source, render: (row) => <span className="cluster">{row.source[language]}{row.verified ? null : <Chip tone="due">{t.unverified}</Chip>}</span> },
          ]} />
      </Card>
    </>
  );
}
