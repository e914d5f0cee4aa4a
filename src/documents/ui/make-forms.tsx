import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, FormScope, Select, type Option } from "#platform/ui/index.ts";
import { documentsText } from "../messages/index.ts";
import { FORMATS, type FormKey } from "../model/forms.ts";

/** What of a group a form may be about, and what is chosen at first. */
export interface Choice { readonly label: string; readonly options: readonly Option[]; readonly chosen: string | undefined }

/** A form and a button for each way it leaves; where it is about a part, which. */
export function MakeForm({ form, action, choice }: { form: FormKey; action: string; choice?: Choice | undefined }) {
  const t = useText(documentsText);
  return (
    <li className="document-form">
      <span>{t.forms[form]}</span>
      <Form method="post" action={action} reloadDocument className="row">
        <input type="hidden" name="form" value={form} />
        {choice ? <FormScope form={form} texts={{}} result={undefined}><Select name="about" label={choice.label} empty={t.byHand} options={choice.options} defaultValue={choice.chosen} /></FormScope> : null}
        {FORMATS.map((format) => <Button key={format} type="submit" name="format" value={format} aria-label={`${t.forms[form]} ${t.formats[format]}`}>{t.formats[format]}</Button>)}
      </Form>
    </li>
  );
}
