import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { PersonId } from "#kernel/ids.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { Checkbox, RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit, valuesOf } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../../messages/index.ts";
import { RoundId } from "../../model/round/round.ts";
import { addReferral } from "../../service/members/add-referral.ts";
import { findNamesakes, type Namesake } from "../../service/members/find-namesakes.ts";
import { showMember } from "../../service/members/show-member.ts";
import { listCommunities } from "../../service/segments/list-communities.ts";
import { refusedOf } from "../../ui/refused.ts";

const idsOf = (params: Record<string, string | undefined>) => ({ roundId: readParam(params.roundId, RoundId), personId: readParam(params.personId, PersonId) });
const Told = z.object({
  name: z.string().trim().min(1).max(80), phone: z.string().trim().max(40).optional(), communityId: z.uuid().optional(), howKnown: z.string().trim().max(400).default(""),
  mayBeNamed: z.literal("yes").optional(), who: z.union([PersonId, z.literal("new")]).optional(),
});

interface Asked { readonly namesakes: readonly Namesake[]; readonly values: Readonly<Record<string, string | string[]>> }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { card, round } = await showMember(session, idsOf(params));
  const communities = (await listCommunities(session)).map(({ id, name }) => ({ id, name }));
  return { name: card.name, communityId: card.communityId, communities, roundName: round.name, here: `/outreach/rounds/${params.roundId}/people/${params.personId}`, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const { roundId, personId } = idsOf(params);
  return submit<Response | Asked>(request, webOf(context).lang, async ({ data, read }) => {
    const { who, mayBeNamed, ...told } = read(Told);
    const namesakes = who === undefined ? await findNamesakes(session, told.name) : [];
    if (namesakes.length > 0) return { namesakes, values: valuesOf(data) };
    const added = await addReferral(session, { ...told, ...(who !== undefined && who !== "new" && { personId: who }), roundId, fromPersonId: personId, mayBeNamed: mayBeNamed === "yes" });
    const to = added.joined ? `/outreach/rounds/${roundId}/people/${added.personId}?saved=referral` : `/outreach/rounds/${roundId}/people/${personId}?saved=referral&left=${added.leftOut}`;
    return redirect(to);
  });
}

export default function ReferPerson() {
  const { name, roundName, here } = useLoaderData<typeof loader>();
  const { refer: t, worklist } = useText(outreachText);
  return (
    <>
      <title>{t.title(name)}</title>
      <PageHeader title={t.title(name)} lead={t.lead} crumbs={[{ label: worklist.title, to: "/outreach" }, { label: roundName, to: here.replace(/\/people.*/, "") }, { label: name, to: here }]} />
      <Card><ReferralForm /></Card>
    </>
  );
}

function ReferralForm() {
  const { communities, communityId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { refer: t } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const refused = refusedOf(answer);
  const asked = answer && "namesakes" in answer ? answer : undefined;
  return (
    <FormScope result={refused ?? asked} texts={texts}>
      <Form method="post" className="form">
        <RefusalNote of={refused?.refusal} texts={texts} />
        <IdempotencyField />
        {asked ? <Namesakes namesakes={asked.namesakes} /> : null}
        <TextField name="name" label={t.name} width={16} maxLength={80} />
        <TextField name="phone" type="tel" inputMode="tel" label={t.phone} width={16} maxLength={40} optional />
        <Select name="communityId" label={t.community} empty={t.unknown} defaultValue={communityId ?? undefined} optional options={communities.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField name="howKnown" label={t.howKnown} hint={t.howKnownHint} maxLength={400} optional />
        <Checkbox name="mayBeNamed" label={t.mayBeNamed} />
        <FormActions><SubmitButton>{asked ? t.save : t.look}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

function Namesakes({ namesakes }: { namesakes: readonly Namesake[] }) {
  const { today } = useLoaderData<typeof loader>();
  const { refer: t, age, segments } = useText(outreachText);
  const choices = namesakes.map(({ personId, name, birthOn, communityName }) => ({ value: personId, label: name, hint: [birthOn && age(ageOn(birthOn, today)), communityName ?? segments.noCommunity].filter(Boolean).join(" · ") }));
  return <RadioCards name="who" label={t.candidates} hint={t.candidatesHint} choices={[...choices, { value: "new", label: t.someoneElse }]} />;
}
