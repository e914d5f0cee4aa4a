import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { placesText } from "../messages/index.ts";
import { NewUnit } from "../model/unit.ts";
import { closeUnit } from "../service/close-unit.ts";
import { listTerritory, showUnit } from "../service/show-territory.ts";

const CloseForm = z.object({ version: z.coerce.number().int().optional(), on: NewUnit.shape.validFrom, successorIds: listOf(z.uuid()), childrenTo: z.uuid().optional() });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { unit, below } = await showUnit(session, readParam(params.unitId, z.uuid()));
  const others = (await listTerritory(session)).filter(({ id, kind }) => kind === unit.kind && id !== unit.id).map(({ id, name }) => ({ value: id, label: name }));
  return { unit: { id: unit.id, name: unit.name, version: unit.version }, below: below.length, others, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const unitId = readParam(params.unitId, z.uuid());
    await closeUnit(sessionOf(context), { unitId, ...read(CloseForm) });
    return redirect(`/places/${unitId}`);
  });
}

export default function ClosePlace() {
  const { unit, below, others, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(placesText);
  const texts = useRefusals(placesText);
  return (
    <>
      <title>{`${t.closeTitle} · ${unit.name}`}</title>
      <PageHeader title={t.closeTitle} lead={t.closeLead} crumbs={[{ label: t.title, to: "/places" }, { label: unit.name, to: `/places/${unit.id}` }]} />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="version" value={unit.version} />
          <DayField name="on" label={t.fields.on} defaultValue={today} />
          {others.length > 0 ? <CheckboxGroup name="successorIds" label={t.fields.successorIds} optional choices={others} /> : null}
          {below > 0 ? <Select name="childrenTo" label={t.fields.childrenTo} hint={t.hints.childrenTo} optional options={others} /> : null}
          <FormActions><SubmitButton tone="danger">{t.closeNow}</SubmitButton><ButtonLink to={`/places/${unit.id}`} tone="quiet">{t.cancel}</ButtonLink></FormActions>
        </Form>
      </FormScope>
    </>
  );
}
