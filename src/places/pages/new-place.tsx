import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { placesText } from "../messages/index.ts";
import { UNIT_KINDS } from "../model/unit-kinds.ts";
import { NewUnitForm } from "../model/unit-form.ts";
import { addUnit } from "../service/add-unit.ts";
import { listTerritory } from "../service/show-territory.ts";
import { UnitFields } from "../ui/unit-fields.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const parents = (await listTerritory(session)).filter(({ kind }) => kind !== "building").map((unit) => ({ ...unit, shape: null }));
  return { parents, parentId: new URL(request.url).searchParams.get("parent"), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => redirect(`/places/${await addUnit(sessionOf(context), read(NewUnitForm))}`));
}

export default function NewPlace() {
  const { parents, parentId, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(placesText);
  const texts = useRefusals(placesText);
  const parent = parents.find(({ id }) => id === parentId);
  const next = parent ? UNIT_KINDS[UNIT_KINDS.indexOf(parent.kind) + 1] : "community";
  return (
    <>
      <title>{t.addTitle}</title>
      <PageHeader title={t.addTitle} crumbs={[{ label: t.title, to: "/places" }]} />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        <Form method="post" className="form">
          <IdempotencyField />
          <Select name="kind" label={t.fields.kind} defaultValue={next} options={UNIT_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))} />
          <UnitFields parents={parents} {...(parent && { parentId: parent.id })} />
          <DayField name="validFrom" label={t.fields.validFrom} hint={t.hints.validFrom} defaultValue={today} />
          <FormActions><SubmitButton>{t.saved}</SubmitButton><ButtonLink to="/places" tone="quiet">{t.cancel}</ButtonLink></FormActions>
        </Form>
      </FormScope>
    </>
  );
}
