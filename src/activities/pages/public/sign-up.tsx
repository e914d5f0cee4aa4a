import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { limitSignUps } from "../../service/registration/limit-sign-ups.ts";
import { showOpenSession } from "../../service/registration/show-open-session.ts";
import { PublicSignUp, signUpPublicly } from "../../service/registration/sign-up-publicly.ts";
import { EligibilityWords, PriorityWords, whenOf } from "../../ui/words.tsx";
import { publicSession } from "./public-session.ts";

export const handle = { public: true, plain: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { organization, session } = await publicSession(webOf(context), params.slug);
  return { organization: organization.name, today: session.today, ...(await showOpenSession(session, readParam(params.sessionId, z.uuid()))) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ data, read }) => {
    const { session } = await publicSession(web, params.slug, data.get("_key"));
    if (data.get("website")) return redirect("/gatherings"); // a field no person sees: only a machine fills it in
    limitSignUps(web.clientAddress, web.installation.now());
    const { pass } = await signUpPublicly(session, readParam(params.sessionId, z.uuid()), read(PublicSignUp));
    return redirect(`/gatherings/${params.slug}/pass/${pass}`);
  });
}

export default function SignUp() {
  const { organization, occasion, rules, communityNames, closed, today } = useLoaderData<typeof loader>();
  const { open: t, refusals } = useText(activitiesText);
  const language = useLanguage();
  const { booked, places } = occasion.filled.participant;
  return (
    <>
      <title>{occasion.name}</title>
      <PageHeader title={occasion.name} eyebrow={organization} lead={occasion.summary} chips={<Chip tone={booked < places ? "ok" : "calm"}>{booked < places ? t.left(places - booked) : t.full}</Chip>} />
      <Card><Facts facts={[{ label: t.when, value: whenOf(occasion, language, today) }, { label: t.where, value: occasion.place }, { label: t.who, value: <EligibilityWords eligibility={rules.eligibility} communityNames={communityNames} /> }]} /></Card>
      {closed === null ? <Fields /> : <Notice tone="due">{closed === "session_cancelled" ? refusals["activities.session_cancelled"] : t.closed}</Notice>}
      <Card title={t.order}><PriorityWords priority={rules.priority} /></Card>
    </>
  );
}

function Fields() {
  const { rules, occasion } = useLoaderData<typeof loader>();
  const { open: t } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  const asksAge = rules.eligibility.minAge !== null || rules.eligibility.maxAge !== null;
  return (
    <Card>
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={{ name: t.name, phone: t.phone, birthOn: t.birthOn }} />
        <Form method="post" className="stack">
          <IdempotencyField />
          <TextField name="name" label={t.name} autoComplete="name" width={16} maxLength={40} />
          <TextField name="phone" label={t.phone} hint={t.phoneHint} type="tel" autoComplete="tel" width={16} maxLength={20} />
          {asksAge ? <DayField name="birthOn" label={t.birthOn} /> : null}
          <TextField name="needs" label={t.needs} hint={t.needsHint} optional maxLength={300} />
          {occasion.companions > 0 ? <TextField name="companion" label={t.companion} hint={t.companionHint} optional maxLength={40} /> : null}
          <div hidden><label>{t.website}<input type="text" name="website" tabIndex={-1} autoComplete="off" /></label></div>
          <p className="soft small measure">{t.privacy}</p>
          <SubmitButton big>{t.send}</SubmitButton>
        </Form>
      </FormScope>
    </Card>
  );
}
