import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Checkbox, EmptyState, FormActions, FormScope, PageHeader, RadioCards, RefusalNote, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { showPlan } from "../../service/calendar/show-plan.ts";
import type { FoundPerson } from "#people/index.ts";
import { findPeople } from "../../service/registration/find-people.ts";
import { signUp } from "../../service/registration/sign-up.ts";
import { whenOf } from "../../ui/words.tsx";

const SignUpForm = z.object({
  personId: z.uuid(), role: z.enum(["participant", "volunteer"]), needs: z.string().max(300).default(""), companion: z.string().max(40).default(""), companionNeeds: z.string().max(300).default(""), following: z.literal("yes").optional(),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const q = (new URL(request.url).searchParams.get("q") ?? "").replaceAll("\0", "");
  return { ...(await showPlan(session, readParam(params.sessionId, z.uuid()))), q, found: await findPeople(session, q), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const sessionId = readParam(params.sessionId, z.uuid());
    const { companion, companionNeeds, following, ...wish } = read(SignUpForm);
    await signUp(sessionOf(context), { ...wish, sessionId, following: following === "yes", companions: companion === "" ? [] : [{ name: companion, needs: companionNeeds }] });
    return redirect(`/activities/${sessionId}`);
  });
}

export default function SignUpPage() {
  const { occasion, series, q, found, today } = useLoaderData<typeof loader>();
  const { enter: t, title } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title(series.name)}</title>
      <PageHeader title={t.title(series.name)} crumbs={[{ label: title, to: "/activities" }, { label: series.name, to: `/activities/${occasion.id}` }]} lead={whenOf(occasion, language, today)} />
      <Card>
        <Form method="get" className="form">
          <TextField name="q" label={t.find} hint={t.findHint} maxLength={60} defaultValue={q} />
          <FormActions><button type="submit" className="button">{t.search}</button></FormActions>
        </Form>
      </Card>
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        {q !== "" && found.length === 0 ? <Card><EmptyState title={t.none} /></Card> : null}
        {found.length > 0 ? <Wish found={found} volunteers={occasion.volunteers > 0} repeats={series.rule !== ""} /> : null}
      </FormScope>
    </>
  );
}

function Wish({ found, volunteers, repeats }: { found: readonly FoundPerson[]; volunteers: boolean; repeats: boolean }) {
  const { enter: t, roles } = useText(activitiesText);
  return (
    <Card>
      <Form method="post" className="form">
        <IdempotencyField />
        <RadioCards name="personId" label={t.choose} defaultValue={found.length === 1 ? found[0]!.id : undefined} choices={found.map(({ id, name, birthOn, communityName }) => ({ value: id, label: name, hint: [birthOn?.slice(0, 4), communityName].filter(Boolean).join(" · ") }))} />
        {volunteers ? <RadioCards name="role" label={t.role} defaultValue="participant" choices={(["participant", "volunteer"] as const).map((value) => ({ value, label: roles[value] }))} /> : <input type="hidden" name="role" value="participant" />}
        <TextField name="needs" label={t.needs} hint={t.needsHint} optional maxLength={300} />
        <TextField name="companion" label={t.companion} hint={t.companionHint} optional maxLength={40} />
        <TextField name="companionNeeds" label={t.companionNeeds} optional maxLength={300} />
        {repeats ? <Checkbox name="following" label={t.following} /> : null}
        <FormActions><SubmitButton tone="primary">{t.save}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}
