import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { appraiseVolunteers, AppraisalWords } from "../../service/pathway/appraise-volunteers.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "./volunteer-step.ts";

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, AppraisalWords, (session, volunteerId, form) => appraiseVolunteers(session, { ...form, volunteerIds: [volunteerId] }));

export default function AppraiseVolunteer() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const { trained } = data.standing;
  const outcomes = trained ? (["service_team", "reserve", "refused"] as const) : (["refused"] as const);
  return (
    <StepPage title={t.appraisal.title} crumbs={crumbsOf(data, t.list.title)} refused={useActionData()} submit={t.appraisal.submit} before={trained ? null : <Notice tone="due">{t.appraisal.notTrained}</Notice>}>
      <RadioCards name="outcome" label={t.appraisal.outcome} choices={outcomes.map((value) => ({ value, label: t.appraisal[value] }))} />
      <TextArea name="words" label={t.appraisal.words} hint={t.appraisal.wordsHint} optional rows={4} maxLength={1000} />
    </StepPage>
  );
}
