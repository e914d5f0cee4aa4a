import { ChevronDown } from "lucide-react";
import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, Checkbox, Chip, DataList, FormActions, Notice, SubmitButton, TextField } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { registerText } from "../messages/index.ts";
import { FIELDS } from "../model/fields.ts";
import type { ProposedColumn } from "../model/mapping/propose-mapping.ts";
import type { ShownPreview } from "../service/showing/show-import.ts";
import type { ListedImport } from "../service/showing/list-imports.ts";

const SURE = 0.6;

/** What each column was taken for, beside examples; changing it has the file read again. */
export function MappingForm({ entry, preview }: { entry: ListedImport; preview: ShownPreview }) {
  const { page: { mapping: t }, mappingReason } = useText(registerText);
  const columns = preview.sheets[preview.mainSheet]?.columns ?? [];
  const tone = ({ field, confidence, reason }: ProposedColumn) => (field === null ? "plain" : confidence >= SURE || reason === "chosen" ? "ok" : "due");
  return (
    <Card title={t.title}>
      <Form method="post">
        <IdempotencyField />
        <input type="hidden" name="version" value={entry.version} />
        <p className="soft">{t.lead}</p>
        {entry.mappingFrom === "proposed" ? null : <div><Notice>{t[entry.mappingFrom]}</Notice></div>}
        <DataList caption={t.title} rows={columns} rowKey={({ column }) => String(column)} empty={null} columns={[
          { key: "column", label: t.column, render: ({ column, header }) => <HeaderName header={header} column={column} /> },
          { key: "samples", label: t.samples, render: ({ column }) => preview.samples[column]?.join(" · ") || "—" },
          { key: "field", label: t.field, render: (column) => <FieldChoice column={column} /> },
          { key: "sure", label: t.sure, render: (column) => <Chip tone={tone(column)}>{column.field === null || column.reason === "chosen" ? mappingReason[column.reason] : `${Math.round(column.confidence * 100)} % · ${mappingReason[column.reason]}`}</Chip> },
        ]} />
        <div className="stack">
          <TextField name="headerRow" label={t.headerRow} hint={t.headerRowHint} inputMode="numeric" width={4} optional defaultValue={entry.mapping?.headerRow === undefined ? "" : String(entry.mapping.headerRow)} />
          {entry.fingerprint ? <Checkbox name="remember" label={t.remember} /> : null}
          <FormActions><SubmitButton name="step" value="map" tone="plain">{t.save}</SubmitButton></FormActions>
        </div>
      </Form>
    </Card>
  );
}

function HeaderName({ header, column }: Pick<ProposedColumn, "header" | "column">) {
  const { page: { mapping: t } } = useText(registerText);
  return header.length > 0 ? header.join(" › ") : t.noHeader(column + 1);
}

function FieldChoice({ column: { column, header, field, inverted, fillDown } }: { column: ProposedColumn }) {
  const { page: { mapping: t }, fields } = useText(registerText);
  const name = header.join(" › ") || t.noHeader(column + 1);
  return (
    <div className="stack tight">
      <span className="select">
        <select className="input" name={`field-${column}`} defaultValue={field ?? ""} aria-label={`${name} · ${t.field}`}>
          <option value="">{t.none}</option>
          {FIELDS.map((each) => <option key={each} value={each}>{fields[each]}</option>)}
        </select>
        <ChevronDown className="icon" aria-hidden="true" />
      </span>
      {field === "longAtHome" || inverted ? <Checkbox name="inverted" value={String(column)} label={t.inverted} defaultChecked={inverted ?? false} /> : null}
      {fillDown ? <Checkbox name="fillDown" value={String(column)} label={t.fillDown} defaultChecked /> : null}
    </div>
  );
}
