import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { grantExemption, NewExemption } from "../../service/pathway/grant-exemption.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { requirementName } from "../../ui/words.ts";
import { loadStep, takeStep } from "./volunteer-step.ts";

const ExemptionForm = NewExemption.omit({ volunteerId: true });

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, ExemptionForm, (session, volunteerId, form) => grantExemption(session, { ...form, volunteerId }));

export default function GrantExemption() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const options = data.requirements.filter(({ exemptable }) => exemptable).map((one) => ({ value: one.key, label: requirementName(one, t.kind, one.key) }));
  return (
    <StepPage title={t.exemption.title} crumbs={crumbsOf(data, t.list.title)} refused={useActionData()} submit={t.exemption.submit} lead={options.length === 0 ? t.exemption.none : undefined}>
      <Select name="requirement" label={t.exemption.requirement} options={options} defaultValue={data.asked ?? undefined} />
      <DayField name="untilOn" label={t.exemption.untilOn} hint={t.exemption.untilHint} min={data.today} />
      <TextArea name="reason" label={t.exemption.reason} rows={3} maxLength={1000} />
    </StepPage>
  );
}
