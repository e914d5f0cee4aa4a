import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { encountersText } from "../messages/index.ts";
import { TIERS } from "../model/rhythm/rhythm-pack.ts";
import { setTier } from "../service/rhythm/set-tier.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { listOfPerson, type PersonServices } from "../service/list-of-person.ts";
import { useWho } from "../ui/encounter-lines.tsx";

const TierForm = z.object({ tier: z.enum([...TIERS, "none"]), reason: z.string().trim().min(1).max(500) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const personId = readParam(params.personId, z.uuid());
  return { personId, services: await listOfPerson(session, personId, new URL(request.url).searchParams.get("after")), today: session.today, mayWrite: session.actor.capabilities.has("encounters.write") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { personId } = await setTier(sessionOf(context), { personId: readParam(params.personId, z.uuid()), ...read(TierForm) });
    return redirect(`/encounters/of/${personId}`);
  });
}

export default function PersonEncounters() {
  const { personId, services, today, mayWrite } = useLoaderData<typeof loader>();
  const { person: t, list, field, modes, minutesOf } = useText(encountersText);
  const language = useLanguage();
  const who = useWho();
  const { figures } = services;
  const items = services.rows.map((row) => ({
    key: row.encounterId, at: row.happenedOn, when: formatDay(row.happenedOn, language, today), tone: "past" as const,
    title: <Link to={`/encounters/${row.encounterId}`}>{`${modes[row.mode]} · ${minutesOf(row.minutes)}`}</Link>, note: [row.seen, who(row)].filter(Boolean).join(" · "),
  }));
  return (
    <>
      <title>{t.title(services.name)}</title>
      <PageHeader title={t.title(services.name)} crumbs={[{ label: list.title, to: "/encounters" }]}
        lead={list.lead(figures.sessions, figures.personTimes, figures.persons, String(Math.round(figures.minutes / 6) / 10))}
        actions={<><ButtonLink to={`/people/${personId}`}>{t.file}</ButtonLink>{mayWrite ? <a className="button" href={`/field?with=${personId}`}>{field.takeAlong}</a> : null}{mayWrite ? <ButtonLink to={`/encounters/new/${personId}`} tone="primary">{t.add}</ButtonLink> : null}</>} />
      <Card>{items.length > 0 ? <Timeline label={list.title} items={items} /> : <EmptyState title={t.empty} />}</Card>
      <RhythmCard rhythm={services.rhythm} mayWrite={mayWrite} />
      <Pager after={services.next} />
    </>
  );
}

/** How often they are to be seen, and the form that says so. */
function RhythmCard({ rhythm, mayWrite }: { rhythm: PersonServices["rhythm"]; mayWrite: boolean }) {
  const { rhythm: t } = useText(encountersText);
  const texts = useRefusals(encountersText);
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <Card title={t.card}>
      <p>{rhythm ? t.now(t.tiers[rhythm.tier], rhythm.reason) : t.notSet}</p>
      {mayWrite ? (
        <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        <Form method="post" className="form">
          <IdempotencyField />
          <RadioCards name="tier" label={t.tier} defaultValue={rhythm?.tier ?? "middle"} choices={[...TIERS, "none" as const].map((value) => ({ value, label: t.tiers[value] }))} />
          <TextField name="reason" label={t.reason} maxLength={500} />
          <SubmitButton tone="plain">{t.set}</SubmitButton>
        </Form>
        </FormScope>
      ) : null}
    </Card>
  );
}
