import { Form, redirect, useActionData, type ActionFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FileField } from "#platform/ui/form/file-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { placesText } from "../messages/index.ts";
import { uploadUnits } from "../service/import-units.ts";

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data }) => {
    const file = data.get("file");
    if (!(file instanceof File) || file.size === 0) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "file", reason: "place.file_missing" }] });
    const importId = await uploadUnits(sessionOf(context), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    return redirect(`/places/import/${importId}`);
  });
}

export default function ImportPlaces() {
  const refused = useActionData<typeof action>();
  const t = useText(placesText);
  const texts = useRefusals(placesText);
  return (
    <>
      <title>{t.importTitle}</title>
      <PageHeader title={t.importTitle} lead={t.importLead} crumbs={[{ label: t.title, to: "/places" }]} />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={{ file: t.file }} />
        <Form method="post" encType="multipart/form-data" className="form">
          <IdempotencyField />
          <FileField name="file" label={t.file} hint={t.fileHint} accept=".xlsx,.csv,.txt,.geojson,.json" maxBytes={10 * 1024 * 1024} />
          <FormActions><SubmitButton>{t.look}</SubmitButton></FormActions>
        </Form>
      </FormScope>
    </>
  );
}
