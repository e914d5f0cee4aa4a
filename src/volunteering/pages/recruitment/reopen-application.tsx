import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { TextArea } from "#platform/ui/index.ts";
import { volunteeringText } from "../../messages/index.ts";
import { Reopening, reopenApplication } from "../../service/recruitment/decline-applicant.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "../volunteers/volunteer-step.ts";

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, Reopening.omit({ volunteerId: true }), (session, volunteerId, { reason }) => reopenApplication(session, { volunteerId, reason }));

export default function ReopenApplication() {
  const data = useLoaderData<typeof loader>();
  const { list, recruitment: { reopen: t } } = useText(volunteeringText);
  return (
    <StepPage title={t.title} lead={t.lead} crumbs={crumbsOf(data, list.title)} refused={useActionData()} submit={t.submit}>
      <TextArea name="reason" label={t.reason} optional rows={3} maxLength={1000} />
    </StepPage>
  );
}
