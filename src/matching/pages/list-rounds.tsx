import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Checkbox, Chip, DataList, DayField, EmptyState, FormActions, FormScope, Notice, PageHeader, RefusalNote, Select, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { listProgrammes } from "#volunteering/index.ts";
import { matchingPagesText, matchingText } from "../messages/index.ts";
import { beginRound } from "../service/rounds/begin-round.ts";
import { listRounds } from "../service/rounds/list-rounds.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const programmes = await listProgrammes(session);
  const { rounds, waiting } = await listRounds(session, programmes[0]?.id ?? null);
  return { rounds, waiting, programmes: programmes.map(({ id, name }) => ({ id, name })), today: session.today, manages: session.actor.capabilities.has("matching.manage") };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { programmeId, startOn, withReserve } = read(z.object({ programmeId: z.uuid(), startOn: z.iso.date(), withReserve: z.string().optional() }));
    const { id } = await beginRound(sessionOf(context), { programmeId, startOn, withReserve: withReserve !== undefined });
    return redirect(`/matching/${id}`);
  });
}

export default function ListRounds() {
  const { rounds, waiting, programmes, today, manages } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { rounds: t } = useText(matchingPagesText);
  const texts = useRefusals(matchingText);
  const language = useLanguage();
  const result = refused && "refusal" in refused ? refused : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<ButtonLink to="/pairs">{t.pairs}</ButtonLink>} />
      {programmes.length === 0 ? <EmptyState title={t.noProgramme} action={<ButtonLink to="/volunteers/programmes" tone="primary">{t.toProgrammes}</ButtonLink>} /> : null}
      {waiting && manages ? (
        <Card title={t.waiting(waiting.residents, waiting.helpers)}>
          <FormScope result={result} texts={texts}>
            <Form method="post" className="form">
              <RefusalNote of={result?.refusal} texts={texts} />
              <IdempotencyField />
              {waiting.withoutConsent > 0 ? <Notice tone="due">{t.withoutConsent(waiting.withoutConsent)}</Notice> : null}
              {programmes.length > 1
                ? <Select name="programmeId" label={t.programme} options={programmes.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={programmes[0]!.id} empty={null} />
                : <input type="hidden" name="programmeId" value={programmes[0]!.id} />}
              <DayField name="startOn" label={t.startOn} hint={t.startHint} defaultValue={today} />
              <Checkbox name="withReserve" label={t.withReserve} />
              <FormActions><SubmitButton>{t.begin}</SubmitButton></FormActions>
            </Form>
          </FormScope>
        </Card>
      ) : null}
      <DataList caption={t.title} rows={rounds} rowKey={(round) => round.id} rowTo={(round) => `/matching/${round.id}`} empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
        columns={[
          { key: "number", label: t.round, render: (round) => t.number(round.number) },
          { key: "people", label: t.inIt, render: (round) => t.people(round.residents, round.helpers) },
          { key: "pairs", label: t.result, render: (round) => <Chip tone={round.pairs === null ? "plain" : "ok"}>{t.proposed(round.pairs)}</Chip> },
          { key: "at", label: t.begunAt, render: (round) => formatInstant(round.createdAt, language, today) },
        ]} />
    </>
  );
}
