import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, Select, TextArea } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { volunteeringText } from "../../messages/index.ts";
import { OFFERS, RefusalForm, TOLD_REASONS } from "../../model/recruitment/refusal.ts";
import { listProgrammes } from "../../service/programmes/list-programmes.ts";
import { declineApplicant } from "../../service/recruitment/decline-applicant.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "../volunteers/volunteer-step.ts";

export async function loader(args: LoaderFunctionArgs) {
  const data = await loadStep(args);
  const others = (await listProgrammes(sessionOf(args.context))).filter(({ id }) => id !== data.programme.id);
  return { ...data, others: others.map(({ id, name }) => ({ id, name })) };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, RefusalForm, (session, volunteerId, form) => declineApplicant(session, { ...form, volunteerId }));

export default function DeclineApplicant() {
  const data = useLoaderData<typeof loader>();
  const { list, recruitment: { decline: t, own } } = useText(volunteeringText);
  const offers = OFFERS.filter((value) => value !== "other_programme" || data.others.length > 0);
  return (
    <StepPage title={t.title} lead={t.lead} crumbs={crumbsOf(data, list.title)} refused={useActionData()} submit={t.submit}>
      <CheckboxGroup name="reasons" label={t.reasons} choices={TOLD_REASONS.map((value) => ({ value, label: own.reasons[value] }))} />
      <CheckboxGroup name="offers" label={t.offers} optional defaultValues={["activities"]} choices={offers.map((value) => ({ value, label: t.offerNames[value], ...(value !== "other_programme" && { hint: own.offered[value] }) }))} />
      {data.others.length > 0 ? <Select name="otherProgramme" label={t.other} optional options={data.others.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      <TextArea name="words" label={t.words} hint={t.wordsHint} optional rows={4} maxLength={1000} />
      <TextArea name="note" label={t.note} optional rows={2} maxLength={1000} />
    </StepPage>
  );
}
