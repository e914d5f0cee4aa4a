import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { placesText } from "../messages/index.ts";
import { applyUnits, previewUnits } from "../service/import-units.ts";

/** Rows shown of each list; the counts tell of all. */
const SHOWN = 200;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { units, faults, fileName, appliedAt } = await previewUnits(sessionOf(context), readParam(params.importId, z.uuid()));
  const names = new Map(units.map(({ draft }) => [draft.row, draft.name]));
  const count = (wanted: string) => units.filter(({ action }) => action === wanted).length;
  const doing = units.filter(({ action }) => action !== "same");
  return {
    fileName, applied: appliedAt !== null, counts: { added: count("add"), changed: count("change"), same: count("same"), faults: faults.length },
    rows: doing.slice(0, SHOWN).map(({ draft, action, changes, parent }) => ({ row: draft.row, name: draft.name, kind: draft.kind, code: draft.code, action, changes, parent: draft.parent ?? (parent && "row" in parent ? names.get(parent.row) ?? null : null) })),
    faults: faults.slice(0, SHOWN), moreRows: Math.max(0, doing.length - SHOWN), moreFaults: Math.max(0, faults.length - SHOWN),
  };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async () => {
    await applyUnits(sessionOf(context), readParam(params.importId, z.uuid()));
    return redirect("/places");
  });
}

export default function ShowImport() {
  const { fileName, applied, counts, ...lists } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(placesText);
  const texts = useRefusals(placesText);
  const p = t.preview;
  return (
    <>
      <title>{p.title}</title>
      <PageHeader title={p.title} lead={fileName} crumbs={[{ label: t.title, to: "/places" }, { label: t.importTitle, to: "/places/import" }]} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      <StatRow label={p.title} stats={(["added", "changed", "same", "faults"] as const).map((what) => ({ label: p[what], value: counts[what] }))} />
      {applied ? <Notice tone="ok">{p.applied}</Notice> : counts.added + counts.changed === 0 ? <Notice>{p.nothing}</Notice> : (
        <Form method="post"><IdempotencyField /><FormActions><SubmitButton>{p.apply}</SubmitButton><ButtonLink to="/places/import" tone="quiet">{t.cancel}</ButtonLink></FormActions></Form>
      )}
      <Lists {...lists} texts={texts} />
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Lists({ rows, faults, moreRows, moreFaults, texts }: Pick<Loaded, "rows" | "faults" | "moreRows" | "moreFaults"> & { texts: Readonly<Record<string, string>> }) {
  const t = useText(placesText);
  const p = t.preview;
  return (
    <>
      {faults.length > 0 ? (
        <Card title={p.faults} flush>
          <DataList caption={p.faultsLead} rows={faults} rowKey={({ row, reason }) => `${row} ${reason}`} empty={null} columns={[
            { key: "row", label: p.row, render: ({ row }) => row }, { key: "what", label: p.what, render: ({ text }) => text || "—" }, { key: "why", label: p.why, render: ({ reason }) => texts[reason] ?? reason },
          ]} />
          {moreFaults > 0 ? <p className="soft">{p.more(moreFaults)}</p> : null}
        </Card>
      ) : null}
      {rows.length > 0 ? (
        <Card title={p.goodLead} flush>
          <DataList caption={p.goodLead} rows={rows} rowKey={({ row }) => String(row)} empty={null} columns={[
            { key: "name", label: t.fields.name, render: ({ name }) => name }, { key: "kind", label: t.fields.kind, render: ({ kind }) => t.kinds[kind] }, { key: "code", label: t.fields.code, render: ({ code }) => code ?? "—" },
            { key: "parent", label: p.place, render: ({ parent }) => parent ?? "—" },
            { key: "action", label: p.action, render: ({ action, changes }) => <><Chip tone={action === "add" ? "ok" : "due"}>{p.actions[action]}</Chip> {changes.map((field) => t.fields[field]).join("、")}</> },
          ]} />
          {moreRows > 0 ? <p className="soft">{p.more(moreRows)}</p> : null}
        </Card>
      ) : null}
    </>
  );
}
