import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, DraftNote, EmptyState, FormScope, PageHeader, RefusalNote, SubmitButton, useDraft } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { referralText } from "../messages/index.ts";
import { PARTS } from "../model/packet.ts";
import { NewReferral } from "../model/referral.ts";
import { prepareReferral } from "../service/prepare-referral.ts";
import { previewReferral, sendReferral } from "../service/send-referral.ts";
import { ReferralFields } from "../ui/referral-fields.tsx";
import { SeenFirst } from "../ui/seen-first.tsx";

const Chosen = NewReferral.extend({ parts: listOf(z.enum(PARTS)), seen: z.string().max(100).optional(), intent: z.enum(["preview", "change", "send"]).default("preview") });

function aboutOf({ request, params }: Pick<LoaderFunctionArgs, "request" | "params">): { personId: string; caseId: string | null } {
  const asked = new URL(request.url).searchParams.get("case");
  return { personId: readParam(params.personId, z.uuid()), caseId: asked ? readParam(asked, z.uuid()) : null };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const about = aboutOf({ request, params });
  return { offer: await prepareReferral(session, about), today: session.today, mayRecord: session.actor.capabilities.has("people.write") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { intent, seen, ...chosen } = read(Chosen);
    const wish = { ...aboutOf({ request, params }), ...chosen };
    if (intent === "send" && seen) return redirect(`/referrals/${(await sendReferral(session, { ...wish, seen })).id}`);
    return { preview: intent === "change" ? null : await previewReferral(session, wish), chosen: wish };
  });
}

export default function NewReferralPage() {
  const { offer, today, mayRecord } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { make: t, list, fields } = useText(referralText);
  const texts = useRefusals(referralText);
  const { ref, ...draft } = useDraft(`referral/${offer.personId}`);
  const refused = answer && "refusal" in answer ? answer : undefined;
  const seen = answer && "preview" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title(offer.known.name)}</title>
      <PageHeader title={t.title(offer.known.name)} lead={t.lead} crumbs={[{ label: list.title, to: "/referrals" }]} />
      {!offer.mayShare ? (
        <Card><EmptyState title={t.noConsent} action={mayRecord ? <ButtonLink to={`/people/${offer.personId}/consents`} tone="primary">{t.consents}</ButtonLink> : undefined}>{t.noConsentDo}</EmptyState></Card>
      ) : seen?.preview ? <SeenFirst preview={seen.preview} wish={seen.chosen} sharedUntil={offer.sharedUntil} today={today} /> : (
        <FormScope result={refused ?? (seen && { values: valuesOf(seen.chosen) })} texts={texts}>
          <RefusalNote of={refused?.refusal} texts={texts} labels={fields} />
          <Form method="post" ref={ref} className="form">
            <ReferralFields offer={offer} today={today} />
            <DraftNote draft={draft} />
            <SubmitButton big name="intent" value="preview">{t.preview}</SubmitButton>
          </Form>
        </FormScope>
      )}
    </>
  );
}

const valuesOf = ({ toOrg, toName, topic, words, dueOn, parts }: z.output<typeof Chosen> | Omit<z.output<typeof Chosen>, "intent" | "seen">) => ({ ...(toOrg && { toOrg }), toName, topic, words, dueOn, parts: [...parts] });
