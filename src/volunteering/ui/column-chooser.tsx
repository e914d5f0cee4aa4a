import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { volunteeringText } from "../messages/index.ts";
import { SHEET_FIELDS, type SheetColumns } from "../model/sign-up/sheet-columns.ts";

export interface ColumnChooserProps {
  columns: readonly { readonly at: number; readonly header: string; readonly samples: readonly string[] }[];
  chosen: SheetColumns;
  sheetOn: string;
  today: string;
}

/** What each column means, as proposed, to be changed where it is wrong. */
export function ColumnChooser({ columns, chosen, sheetOn, today }: ColumnChooserProps) {
  const t = useText(volunteeringText);
  const options = SHEET_FIELDS.map((field) => ({ value: field, label: t.import.fields[field] }));
  return (
    <details className="card" open={chosen.name === undefined ? true : undefined}>
      <summary className="strong">{t.import.columns}</summary>
      <p className="soft">{t.import.columnsHint}</p>
      <Form method="post" className="stack">
        <IdempotencyField />
        <input type="hidden" name="step" value="columns" />
        <div className="tiles">
          {columns.map(({ at, header, samples }) => (
            <Select key={at} name={`column-${at}`} label={header || t.import.column(at + 1)} hint={samples.length > 0 ? `${t.import.samples} ${samples.join("、")}` : undefined} optional empty={t.import.notRead} options={options}
              defaultValue={SHEET_FIELDS.find((field) => chosen[field] === at)} />
          ))}
        </div>
        <DayField name="sheetOn" label={t.import.sheetOn} hint={t.import.sheetOnHint} defaultValue={sheetOn} max={today} />
        <SubmitButton tone="plain">{t.import.apply}</SubmitButton>
      </Form>
    </details>
  );
}
