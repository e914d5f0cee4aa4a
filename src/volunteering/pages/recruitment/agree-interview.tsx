import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, DayField, TextField } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { volunteeringText } from "../../messages/index.ts";
import { InterviewForm } from "../../model/recruitment/interview.ts";
import { agreeInterview, listInterviewers } from "../../service/recruitment/interviews.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "../volunteers/volunteer-step.ts";

export async function loader(args: LoaderFunctionArgs) {
  const interviewers = await listInterviewers(sessionOf(args.context));
  return { ...(await loadStep(args)), interviewers: interviewers.map(({ accountId, name }) => ({ accountId, name })), me: sessionOf(args.context).actor.accountId };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, InterviewForm, (session, volunteerId, form) => agreeInterview(session, { ...form, volunteerId }));

export default function AgreeInterview() {
  const data = useLoaderData<typeof loader>();
  const { list, recruitment: { agree: t, place } } = useText(volunteeringText);
  return (
    <StepPage title={t.title} crumbs={crumbsOf(data, list.title)} refused={useActionData()} submit={t.submit}>
      <DayField name="onDay" label={t.day} min={data.today} />
      <TextField name="fromTime" label={t.time} type="time" width={8} />
      <TextField name="place" label={place} hint={t.placeHint} maxLength={120} />
      <CheckboxGroup name="interviewers" label={t.who} hint={t.whoHint} short defaultValues={[data.me]} choices={data.interviewers.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
    </StepPage>
  );
}
