import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Notice, PageHeader, RefusalNote, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { checkIn } from "../../service/attendance/check-in.ts";
import { takeAttendance } from "../../service/attendance/take-attendance.ts";
import { StatusChip, whenOf } from "../../ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await checkIn(session, params.pass ?? "")), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data }) => {
    const session = sessionOf(context);
    const { occasion, registrationId } = await checkIn(session, params.pass ?? "");
    await takeAttendance(session, { sessionId: occasion.id, marks: [{ registrationId, state: data.get("step") === "undo" ? "unmarked" : "present" }] });
    return redirect(`/check-in/${params.pass}`);
  });
}

/** What a worker sees after scanning somebody's code: who it is, and one big button. */
export default function CheckIn() {
  const { name, status, attended, needs, occasion, today } = useLoaderData<typeof loader>();
  const { attend: t } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  return (
    <>
      <title>{t.checkIn}</title>
      <PageHeader title={name} eyebrow={t.checkIn} lead={`${occasion.name} · ${whenOf(occasion, language, today)}`} chips={<StatusChip status={status} />} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {needs ? <Notice tone="calm">{needs}</Notice> : null}
      <Card>
        <Form method="post" className="stack">
          <IdempotencyField />
          {attended === null ? <SubmitButton big tone="primary" name="step" value="here">{t.there}</SubmitButton> : <><Notice tone="ok">{t.checkedIn(name)}</Notice><SubmitButton tone="plain" name="step" value="undo">{t.undo}</SubmitButton></>}
        </Form>
      </Card>
      <p><ButtonLink to={`/activities/${occasion.id}/attendance`}>{t.toList}</ButtonLink></p>
    </>
  );
}
