import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { Removal, removeVolunteer } from "../../service/pathway/remove-volunteer.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "./volunteer-step.ts";

const ReasonForm = Removal.omit({ volunteerId: true });

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, ReasonForm, (session, volunteerId, { reason }) => removeVolunteer(session, { volunteerId, reason }));

export default function LeaveProgramme() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  return (
    <StepPage title={t.removal.title} lead={t.removal.question} crumbs={crumbsOf(data, t.list.title)} refused={useActionData()} submit={t.removal.submit} danger>
      <TextArea name="reason" label={t.removal.reason} rows={3} maxLength={1000} />
    </StepPage>
  );
}
