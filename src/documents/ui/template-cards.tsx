import { Form, Link } from "react-router";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import type { FormResult, RefusalTexts } from "#platform/ui/form/refusal-view.ts";
import { Button, Card, FormActions, FormScope, Notice, SubmitButton, TextArea, TextField } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { documentsText } from "../messages/index.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { FormKey } from "../model/forms.ts";
import type { Fault } from "../model/template.ts";

/** The text, to be looked at first or kept as the next version. */
export function TemplateForm({ basis, text, lists, refused, texts }: { basis: number; text: string; lists: readonly string[]; refused: FormResult | undefined; texts: RefusalTexts }) {
  const { edit: t } = useText(documentsText);
  return (
    <FormScope result={refused} texts={texts}>
      <Form method="post" className="stack">
        <IdempotencyField /><input type="hidden" name="basis" value={basis} />
        <TextArea key={text} name="text" label={t.text} hint={t.hint(lists[0]!)} rows={22} maxLength={20_000} defaultValue={text} />
        <TextField name="note" label={t.note} maxLength={500} optional />
        <FormActions><SubmitButton name="intent" value="save">{t.save}</SubmitButton><Button type="submit" name="intent" value="look">{t.look}</Button></FormActions>
      </Form>
    </FormScope>
  );
}

/** What is wrong, where, and what to write instead. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  const { edit: t } = useText(documentsText);
  if (faults.length === 0) return null;
  return <Notice tone="late"><p className="strong">{t.faults}</p><ul>{faults.map(({ line, placeholder, reason, instead }) => <li key={`${line} ${placeholder}`}>{t.fault(line, placeholder, t.reasons[reason](instead))}</li>)}</ul></Notice>;
}

interface VersionLine { readonly number: number; readonly note: string; readonly byName: string; readonly at: string; readonly shipped: boolean }

/** Every version kept, and the shipped template. */
export function Versions({ form, versions, today }: { form: FormKey; versions: readonly VersionLine[]; today: string }) {
  const t = useText(documentsText);
  const language = useLanguage();
  return (
    <Card title={t.edit.versions}>
      <ul className="stack tight">
        {versions.map(({ number, note, byName, at, shipped }) => <li key={number}><Link to={`/documents/${form}?version=${number}`}>{t.version(number)}</Link> <span className="small soft">{[shipped ? t.edit.restored : null, note, byName, formatInstant(at, language, today)].filter(Boolean).join(" · ")}</span></li>)}
        <li><Link to={`/documents/${form}?version=0`}>{t.edit.shipped}</Link></li>
      </ul>
    </Card>
  );
}

/** What may stand in a template. */
export function Names({ catalogue: { fields, lists } }: { catalogue: Catalogue }) {
  const { edit: t } = useText(documentsText);
  return (
    <Card title={t.fields}>
      <ul className="document-names small">{Object.entries(fields).map(([name, { label }]) => <li key={name}><code>{`{{${name}}}`}</code> <span className="soft">{label}</span></li>)}</ul>
      <p className="strong">{t.lists}</p>
      <ul className="small">{Object.entries(lists).map(([name, { fields: own }]) => <li key={name}><code>{`{{#${name}}}`}</code> {Object.keys(own).map((field) => <code key={field}>{`{{${field}}} `}</code>)}</li>)}</ul>
    </Card>
  );
}
