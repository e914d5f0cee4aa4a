import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, Columns, EmptyState, FormActions, FormScope, PageHeader, RefusalNote, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit, type Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import { TypedWords } from "../model/plan.ts";
import { changeOffer } from "../service/visitors/change-offer.ts";
import { listOffers, type ColleagueOffer } from "../service/visitors/list-offers.ts";

const Sent = z.object({ accountId: z.uuid(), languages: TypedWords, skills: TypedWords, sex: z.enum(["unknown", "female", "male"]).default("unknown") });

export async function loader({ context }: LoaderFunctionArgs) {
  return { colleagues: await listOffers(sessionOf(context)) };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { sex, ...offer } = read(Sent);
    await changeOffer(sessionOf(context), { ...offer, sex: sex === "unknown" ? null : sex });
    return redirect("/rounds/colleagues");
  });
}

export default function ListOffersPage() {
  const { colleagues } = useLoaderData<typeof loader>();
  const { offers: t, list } = useText(routingText);
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: list.title, to: "/rounds" }]} />
      {colleagues.length === 0 ? <Card><EmptyState title={t.empty} /></Card>
        : <Columns even>{colleagues.map((colleague) => <OfferCard key={colleague.accountId} colleague={colleague} result={result?.values.accountId === colleague.accountId ? result : undefined} />)}</Columns>}
    </>
  );
}

function OfferCard({ colleague: { accountId, name, said, ...known }, result }: { colleague: ColleagueOffer; result: Refused | undefined }) {
  const { offers: t } = useText(routingText);
  const texts = useRefusals(routingText);
  const filed = (all: readonly string[], own: readonly string[]) => all.filter((word) => !own.includes(word)).join("、");
  const hint = (words: string) => (words === "" ? {} : { hint: t.known(words) });
  return (
    <Card title={name}>
      <FormScope result={result} texts={texts} form={accountId}>
        <Form method="post" className="form" aria-label={t.edit(name)}>
          <RefusalNote of={result?.refusal} texts={texts} labels={{ languages: t.languages, skills: t.skills }} />
          <IdempotencyField />
          <input type="hidden" name="accountId" value={accountId} />
          <TextField name="languages" label={t.languages} optional maxLength={200} defaultValue={said.languages.join("、")} {...hint(filed(known.languages, said.languages))} />
          <TextField name="skills" label={t.skills} optional maxLength={200} defaultValue={said.skills.join("、")} {...hint(filed(known.skills, said.skills))} />
          <Select name="sex" label={t.sex} empty={null} defaultValue={said.sex ?? known.sex ?? "unknown"} options={(["unknown", "female", "male"] as const).map((value) => ({ value, label: t.sexes[value] }))} />
          <FormActions><SubmitButton tone="plain">{t.save}</SubmitButton></FormActions>
        </Form>
      </FormScope>
    </Card>
  );
}
