import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { FactTakenBack, takeBackFact } from "../../service/pathway/take-back-fact.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "./volunteer-step.ts";

const CorrectionForm = FactTakenBack.omit({ volunteerId: true });

export async function loader(args: LoaderFunctionArgs) {
  return { ...(await loadStep(args)), factId: new URL(args.request.url).searchParams.get("fact") ?? "" };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, CorrectionForm, (session, volunteerId, form) => takeBackFact(session, { ...form, volunteerId }));

export default function TakeBackFact() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  return (
    <StepPage title={t.takeBack.title} lead={t.takeBack.question} crumbs={crumbsOf(data, t.list.title)} refused={useActionData()} submit={t.takeBack.submit}>
      <input type="hidden" name="factId" value={data.factId} />
      <TextArea name="reason" label={t.takeBack.reason} rows={3} maxLength={1000} />
    </StepPage>
  );
}
