import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftForm, FormScope, PageHeader, RadioCards, RefusalNote, SearchBox, SubmitButton, TextArea } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { referralText } from "../messages/index.ts";
import { offerTaking, takeIn } from "../service/take-in.ts";

const idOf = (params: { referralId?: string | undefined }) => readParam(params.referralId, z.uuid());
const Taking = z.object({ personId: z.union([z.literal("new"), z.uuid()]), words: z.string().trim().min(1).max(4000) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 60);
  return { offer: await offerTaking(session, idOf(params), q), id: idOf(params), q, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { personId, words } = read(Taking);
    const { caseId } = await takeIn(sessionOf(context), { id: idOf(params), personId: personId === "new" ? undefined : personId, words });
    return redirect(`/cases/${caseId}?opened`);
  });
}

/** An accepted referral becomes a case, in a file that is here or in a new one. */
export default function TakeIn() {
  const { offer, id, q, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { take: t, list, fields } = useText(referralText);
  const texts = useRefusals(referralText);
  const language = useLanguage();
  const result = answer && "refusal" in answer ? answer : undefined;
  const born = (on: string | null) => (on === null ? undefined : formatDayOnly(on, language, today));
  const likely = new Set(offer.likely.map(({ personId }) => personId));
  const choices = [
    ...offer.likely.map(({ personId, name, birthOn }) => ({ value: personId, label: name, hint: [t.likely, born(birthOn)].filter(Boolean).join(" · ") })),
    ...offer.found.filter((one) => !likely.has(one.id)).map((one) => ({ value: one.id, label: one.name, hint: [born(one.birthOn), one.communityName].filter(Boolean).join(" · ") })),
    { value: "new", label: t.fresh, hint: t.freshHint },
  ];
  return (
    <>
      <title>{t.title(offer.name)}</title>
      <PageHeader title={t.title(offer.name)} lead={t.lead(offer.otherName)} crumbs={[{ label: list.title, to: "/referrals?side=in" }, { label: offer.name, to: `/referrals/${id}` }]} />
      <SearchBox label={t.search} placeholder={t.search} defaultValue={q} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <DraftForm formKey={`referral/${id}/take-in`} className="form" actions={<SubmitButton big>{t.save}</SubmitButton>}>
          <IdempotencyField />
          <RadioCards name="personId" label={t.who} choices={choices} defaultValue={likely.size > 0 ? offer.likely[0]!.personId : "new"} />
          <TextArea name="words" label={t.words} rows={4} maxLength={4000} />
        </DraftForm>
      </FormScope>
    </>
  );
}
