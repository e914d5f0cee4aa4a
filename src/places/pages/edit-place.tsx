import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { placesText } from "../messages/index.ts";
import { fitsUnder } from "../model/unit.ts";
import { UnitForm } from "../model/unit-form.ts";
import { changeUnit } from "../service/change-unit.ts";
import { listTerritory, showUnit } from "../service/show-territory.ts";
import { UnitFields } from "../ui/unit-fields.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { unit } = await showUnit(session, readParam(params.unitId, z.uuid()));
  const parents = (await listTerritory(session)).filter(({ id, kind }) => id !== unit.id && fitsUnder(unit.kind, kind)).map((parent) => ({ ...parent, shape: null }));
  return { unit: { ...unit, shape: null }, parents };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const { code = null, urbanRuralClass = null, parentId = null, longitude = null, latitude = null, ...rest } = read(UnitForm);
    const unitId = readParam(params.unitId, z.uuid());
    const version = z.coerce.number().int().optional().parse(data.get("version") ?? undefined);
    await changeUnit(sessionOf(context), { unitId, version, fields: { ...rest, code, urbanRuralClass, parentId, longitude, latitude } });
    return redirect(`/places/${unitId}`);
  });
}

export default function EditPlace() {
  const { unit, parents } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(placesText);
  const texts = useRefusals(placesText);
  return (
    <>
      <title>{`${t.editTitle} · ${unit.name}`}</title>
      <PageHeader title={t.editTitle} crumbs={[{ label: t.title, to: "/places" }, { label: unit.name, to: `/places/${unit.id}` }]} />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="version" value={unit.version} />
          <UnitFields unit={unit} parents={parents} />
          <FormActions><SubmitButton>{t.saved}</SubmitButton><ButtonLink to={`/places/${unit.id}`} tone="quiet">{t.cancel}</ButtonLink></FormActions>
        </Form>
      </FormScope>
    </>
  );
}
