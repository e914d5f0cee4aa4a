import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, DayField, FormActions, FormScope, PageHeader, RefusalNote, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { showPlan } from "../../service/calendar/show-plan.ts";
import { changeSession } from "../../service/planning/change-session.ts";
import { placeChoices } from "../../service/planning/place-choices.ts";
import { SettingForm, settingFields, settingOf } from "../../ui/read-series-form.ts";
import { SettingFields } from "../../ui/series-fields.tsx";
import styles from "../../ui/activities.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const Change = SettingForm.extend({ onDay: z.string().refine(isDay), reason: z.string().max(300).default(""), version: z.coerce.number().int() });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await showPlan(session, readParam(params.sessionId, z.uuid()))), places: (await placeChoices(session)).places, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const sessionId = readParam(params.sessionId, z.uuid());
    const { onDay, reason, version, ...setting } = read(Change);
    await changeSession(sessionOf(context), { sessionId, onDay, reason, version, ...settingOf(setting) });
    return redirect(`/activities/${sessionId}`);
  });
}

export default function ChangeSession() {
  const { occasion, series, places, today } = useLoaderData<typeof loader>();
  const { change: t, form, title } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={series.name} crumbs={[{ label: title, to: "/activities" }, { label: series.name, to: `/activities/${occasion.id}` }]} lead={t.lead} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={{ onDay: t.day, from: form.from, until: form.until, participants: form.participants, placeWords: form.ownPlace }} />
        <Card>
          <Form method="post" className="form">
            <IdempotencyField />
            <input type="hidden" name="version" value={occasion.version} />
            <DayField name="onDay" label={t.day} min={today} defaultValue={occasion.onDay} />
            <SettingFields start={settingFields(occasion)} places={places} />
            <TextField name="reason" label={t.reason} maxLength={300} />
            <FormActions><SubmitButton tone="primary">{t.save}</SubmitButton></FormActions>
          </Form>
        </Card>
      </FormScope>
    </>
  );
}
