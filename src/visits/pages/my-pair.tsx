import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit, type Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { visitsText } from "../messages/index.ts";
import { showMyPair } from "../service/show-my-pair.ts";
import { withdrawVisit } from "../service/withdraw-visit.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { pair: await showMyPair(session, readParam(params.pairId, z.uuid())), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await withdrawVisit(sessionOf(context), read(z.object({ visitId: z.uuid(), reason: z.string().max(500) })));
    return redirect(`/my-pairs/${readParam(params.pairId, z.uuid())}`);
  });
}

export default function MyPair() {
  const { pair, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { mine: t, list } = useText(visitsText);
  const texts = useRefusals(visitsText);
  const language = useLanguage();
  const result = refused && "refusal" in refused ? refused : undefined;
  const inList = pair.visits.some(({ id }) => id === result?.values.visitId);
  const running = pair.state === "trial" || pair.state === "active";
  const facts = [
    { label: t.phones, value: pair.phones.length > 0 ? <PhoneList phones={pair.phones} /> : null },
    { label: t.place, value: pair.meetingPlace || pair.communityName },
    { label: list.on, value: `${t.every(pair.rhythmDays)} · ${pair.lastMetOn ? t.lastMet(formatDay(pair.lastMetOn, language, today)) : t.neverMet}` },
  ].filter(({ value }) => value);
  return (
    <>
      <title>{pair.name}</title>
      <PageHeader title={pair.name} avatar={pair.name} crumbs={[{ label: t.title, to: "/my-pairs" }]} />
      <RefusalNote of={inList ? undefined : result?.refusal} texts={texts} />
      {pair.safetyNote ? <Notice tone="due">{pair.safetyNote}</Notice> : null}
      {pair.mayMeet ? null : <Notice tone="due">{t.suspended}</Notice>}
      {running ? <ButtonLink to={`/my-pairs/${pair.pairId}/log`} tone="primary" big>{t.log}</ButtonLink> : null}
      <ButtonLink to={`/my-pairs/${pair.pairId}/tell`} tone="danger" big>{t.tell}</ButtonLink>
      <Card><Facts facts={facts} /></Card>
      <Card title={t.history}>
        {pair.visits.length === 0 ? <p className="soft">{t.noHistory}</p> : (
          <ul className="stack">
            {pair.visits.map((visit) => <NotedVisit key={visit.id} visit={visit} today={today} refused={result?.values.visitId === visit.id ? result : undefined} />)}
          </ul>
        )}
      </Card>
    </>
  );
}

function PhoneList({ phones }: { phones: readonly { value: string; holder: string | null }[] }) {
  const { mine: t } = useText(visitsText);
  return <ul>{phones.map(({ value, holder }) => <li key={value}><a href={`tel:${value}`}>{t.call(value)}</a>{holder ? ` ${holder}` : ""}</li>)}</ul>;
}

function NotedVisit({ visit, today, refused }: { visit: Awaited<ReturnType<typeof showMyPair>>["visits"][number]; today: string; refused: Refused | undefined }) {
  const { mine: t, form, list } = useText(visitsText);
  const texts = useRefusals(visitsText);
  const language = useLanguage();
  return (
    <li>
      <Stack space="tight">
        <b>{formatDay(visit.happenedOn, language, today)} · {list.minutes(visit.minutes)} · {form.modes[visit.mode]}</b>
        {visit.words ? <p className="pre">{visit.words}</p> : null}
        <details open={refused ? true : undefined}>
          <summary className="small">{t.withdraw}</summary>
          <FormScope form={visit.id} result={refused} texts={texts}>
            <Form method="post" className="stack">
              <RefusalNote of={refused?.refusal} texts={texts} />
              <IdempotencyField />
              <input type="hidden" name="visitId" value={visit.id} />
              <TextField name="reason" label={t.withdrawReason} maxLength={500} />
              <Button type="submit">{t.withdraw}</Button>
            </Form>
          </FormScope>
        </details>
      </Stack>
    </li>
  );
}
