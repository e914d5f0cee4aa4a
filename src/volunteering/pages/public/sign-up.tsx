import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { textIn } from "#platform/i18n/language.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "../../messages/index.ts";
import { CONSENT_PURPOSES } from "../../model/sign-up/choices.ts";
import { SignUpForm } from "../../model/sign-up/sign-up-form.ts";
import { limitSignUps } from "../../service/sign-up/limit-sign-ups.ts";
import { findPublicProgramme } from "../../service/sign-up/public-programmes.ts";
import { signUpPublicly } from "../../service/sign-up/sign-up-publicly.ts";
import { SignUpFields } from "../../ui/sign-up-fields.tsx";
import { returnedOf } from "../../ui/step-page.tsx";
import { requirementName } from "../../ui/words.ts";
import { publicSession } from "./organization-session.ts";

export const handle = { public: true, plain: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { organization, session } = await publicSession(webOf(context), params.organization);
  return { organization: organization.name, programme: await findPublicProgramme(session, params.programme ?? ""), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ data, read }) => {
    const key = data.get("_key");
    const { session } = await publicSession(web, params.organization, typeof key === "string" && key !== "" ? key : undefined);
    const thanks = redirect(`/join/${params.organization}/${params.programme}/thanks`);
    if (data.get("website")) return thanks; // a field no person sees: only a machine fills it in
    limitSignUps(web.clientAddress, web.installation.now());
    const { purposes } = textIn(web.lang, volunteeringText).join;
    await signUpPublicly(session, params.programme ?? "", read(SignUpForm), { language: web.lang, text: CONSENT_PURPOSES.map((purpose) => purposes[purpose]).join("\n") });
    return thanks;
  });
}

export default function SignUp() {
  const { organization, programme, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const texts = useRefusals(volunteeringText);
  const language = useLanguage();
  const refused = returnedOf(useActionData<typeof action>());
  return (
    <>
      <title>{t.labelled(t.join.title, programme.name)}</title>
      <PageHeader title={programme.name} eyebrow={organization} lead={t.join.lead} />
      {refused ? null : <About programme={programme} />}
      {programme.taking === "yes" ? (
        <FormScope result={refused} texts={texts}>
          <RefusalNote of={refused?.refusal} texts={texts} />
          <Form method="post" className="stack wide">
            <IdempotencyField />
            <SignUpFields today={today} />
            <SubmitButton big>{t.join.send}</SubmitButton>
          </Form>
        </FormScope>
      ) : <Notice tone="due">{programme.taking === "closed" ? t.join.closed : t.join.notYet(formatDayOnly(programme.signUpFrom, language, today))}</Notice>}
    </>
  );
}

function About({ programme }: { programme: Awaited<ReturnType<typeof loader>>["programme"] }) {
  const t = useText(volunteeringText);
  const steps = programme.requirements.map((one) => `${requirementName(one, t.kind, one.key)}${one.needed > 1 ? ` ×${one.needed}` : ""}`);
  return (
    <>
      {programme.summary ? <Card title={t.join.about}><p className="measure pre">{programme.summary}</p></Card> : null}
      <Card title={t.join.asks}>
        <ol>{steps.map((step, index) => <li key={step}>{index + 1}. {step}</li>)}</ol>
        <Ages bands={programme.ageBands} />
        {programme.contact ? <p>{t.labelled(t.join.contact, programme.contact)}</p> : null}
      </Card>
    </>
  );
}

/** From which age one can sign up, and until which a guardian is asked. */
function Ages({ bands }: { bands: Awaited<ReturnType<typeof loader>>["programme"]["ageBands"] }) {
  const { join: t } = useText(volunteeringText);
  const from = bands.find(({ rule }) => rule !== "forbidden")?.fromAge ?? 0;
  const guardianUntil = bands.findLast(({ rule }) => rule === "guardian")?.toAge;
  return <p className="soft">{[...(from > 0 ? [t.fromAge(from)] : []), ...(guardianUntil ? [t.guardianUnder(guardianUntil)] : [])].join(t.comma)}</p>;
}
