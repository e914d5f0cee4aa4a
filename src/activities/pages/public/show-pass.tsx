import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { FacesField } from "#platform/ui/form/faces-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { Feedback, giveFeedback } from "../../service/attendance/give-feedback.ts";
import { drawCode } from "../../service/registration/draw-code.ts";
import { cancelByPass, showPass } from "../../service/registration/show-pass.ts";
import { whenOf } from "../../ui/words.tsx";
import styles from "../../ui/activities.css?url";
import { publicSession } from "./public-session.ts";

export const handle = { public: true, plain: true };
export const links = () => [{ rel: "stylesheet", href: styles }];
const Step = z.union([z.object({ step: z.literal("cancel") }), Feedback.extend({ step: z.literal("feedback") })]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const web = webOf(context);
  const { session } = await publicSession(web, params.slug);
  const pass = await showPass(session, params.pass ?? "");
  const thanks = new URL(request.url).searchParams.get("thanks") === "yes";
  return { ...pass, thanks, today: session.today, code: pass.status === "booked" ? await drawCode(web.installation.origin, params.pass ?? "") : null };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ data, read }) => {
    const { session } = await publicSession(web, params.slug, data.get("_key"));
    const step = read(Step);
    const here = `/gatherings/${params.slug}/pass/${params.pass}`;
    if (step.step === "cancel") { await cancelByPass(session, params.pass ?? ""); return redirect(here); }
    await giveFeedback(session, params.pass ?? "", { face: step.face, words: step.words });
    return redirect(`${here}?thanks=yes`);
  });
}

/** Somebody's own page of one sign-up: where it stands, the code, giving the place back, three faces afterwards. Shows nobody's name. */
export default function ShowPass() {
  const { occasion, status, attended, reason, companions, code, thanks, today } = useLoaderData<typeof loader>();
  const { pass: t } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  const word = status === "walk_in" ? t.came : t[status];
  const came = attended === "present" || attended === "late" || attended === "walk_in";
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={occasion.name} eyebrow={t.title} lead={`${whenOf(occasion, language, today)} · ${occasion.place}`} />
      <RefusalNote of={result?.refusal} texts={texts} />
      {occasion.cancelled ? <Notice tone="late">{t.calledOff(occasion.cancelledWhy ?? "")}</Notice> : null}
      <Card>
        <div className="stack">
          <p role="status"><strong>{came ? t.came : word}</strong></p>
          {status === "refused" && reason ? <p>{reason}</p> : null}
          {status === "waitlisted" ? <p>{t.waitHint}</p> : null}
          {status === "applied" ? <p>{t.appliedHint}</p> : null}
          {companions > 0 ? <p>{t.companions(companions)}</p> : null}
          {code && !came ? <><p>{t.code}</p><img className="code-picture" src={code} alt={t.code} width={240} height={240} /></> : null}
          <p className="soft measure">{t.keep}</p>
        </div>
      </Card>
      <FormScope result={result} texts={texts}>
        {thanks ? <Notice tone="ok">{t.thanks}</Notice> : occasion.onDay <= today && !occasion.cancelled && status === "booked" ? <Faces /> : null}
      </FormScope>
      {!came && (status === "booked" || status === "waitlisted" || status === "applied") && occasion.onDay >= today ? (
        <Card><Form method="post" className="stack"><IdempotencyField /><p>{t.cancelQuestion}</p><SubmitButton tone="danger" big name="step" value="cancel">{t.cancel}</SubmitButton></Form></Card>
      ) : null}
      <p><ButtonLink to="/gatherings">{t.more}</ButtonLink></p>
    </>
  );
}

function Faces() {
  const { pass: t } = useText(activitiesText);
  return (
    <Card>
      <Form method="post" className="stack">
        <IdempotencyField />
        <FacesField name="face" label={t.feedback} />
        <TextArea name="words" label={t.words} optional rows={3} maxLength={500} />
        <SubmitButton big name="step" value="feedback">{t.giveFeedback}</SubmitButton>
      </Form>
    </Card>
  );
}
