import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { textIn } from "#platform/i18n/language.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { SubmitButton } from "#platform/ui/form/button.tsx";
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
import { AboutProgramme } from "../../ui/recruitment/about-programme.tsx";
import { SignUpFields } from "../../ui/sign-up-fields.tsx";
import { returnedOf } from "../../ui/step-page.tsx";
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
    const { pass } = await signUpPublicly(session, params.programme ?? "", read(SignUpForm), { language: web.lang, text: CONSENT_PURPOSES.map((purpose) => purposes[purpose]).join("\n") });
    return pass === null ? thanks : redirect(`/join/${params.organization}/${params.programme}/thanks?own=${pass}`);
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
      {refused ? null : <AboutProgramme programme={programme} />}
      {programme.taking === "yes" || programme.taking === "wait" ? (
        <FormScope result={refused} texts={texts}>
          <RefusalNote of={refused?.refusal} texts={texts} />
          <Form method="post" className="stack wide">
            <IdempotencyField />
            <SignUpFields today={today} />
            <SubmitButton big>{programme.taking === "wait" ? t.recruitment.joinWaiting : t.join.send}</SubmitButton>
          </Form>
        </FormScope>
      ) : <Notice tone="due">{programme.taking === "full" ? t.recruitment.placesTaken(programme.places?.all ?? 0) : programme.taking === "closed" ? t.join.closed : t.join.notYet(formatDayOnly(programme.signUpFrom, language, today))}</Notice>}
    </>
  );
}
