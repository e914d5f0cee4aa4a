import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { NewEvidence, recordEvidence } from "../../service/pathway/record-evidence.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { requirementName } from "../../ui/words.ts";
import { loadStep, takeStep } from "./volunteer-step.ts";

const EvidenceForm = NewEvidence.omit({ volunteerId: true, placement: true }).extend({ quantity: z.coerce.number().int().default(1) });

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, EvidenceForm, (session, volunteerId, form) => recordEvidence(session, { ...form, volunteerId }));

export default function RecordEvidence() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const states = data.standing.requirements.filter(({ kind }) => kind !== "appraisal" && kind !== "age");
  const options = states.map(({ key, kind }) => ({ value: key, label: requirementName(data.requirements.find((one) => one.key === key) ?? { key, kind }, t.kind, key) }));
  const several = states.some(({ key, needed }) => needed > 1 && (data.asked === null || key === data.asked));
  return (
    <StepPage title={t.evidence.title} crumbs={crumbsOf(data, t.list.title)} refused={useActionData()} submit={t.evidence.submit}>
      <Select name="requirement" label={t.evidence.requirement} options={options} defaultValue={data.asked ?? undefined} />
      <RadioCards name="result" label={t.evidence.result} defaultValue="met" choices={(["met", "pending", "refused", "withdrawn"] as const).map((value) => ({ value, label: t.result[value] }))} />
      <DayField name="on" label={t.evidence.on} hint={t.evidence.onHint} defaultValue={data.today} max={data.today} />
      {several ? <TextField name="quantity" label={t.evidence.quantity} hint={t.evidence.quantityHint} type="number" inputMode="numeric" width={4} defaultValue="1" /> : null}
      <DayField name="lastValidOn" label={t.evidence.lastValidOn} hint={t.evidence.lastValidOnHint} optional />
      <TextArea name="reason" label={t.evidence.reason} hint={t.evidence.reasonHint} optional rows={3} maxLength={1000} />
    </StepPage>
  );
}
