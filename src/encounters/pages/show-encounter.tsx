import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { dayIn } from "#kernel/calendar.ts";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { encountersText } from "../messages/index.ts";
import { topicsOn } from "../service/topics-on.ts";
import { showEncounter } from "../service/show-encounter.ts";
import { withdrawEncounter } from "../service/withdraw-encounter.ts";
import { EncounterFacts } from "../ui/encounter-facts.tsx";

const idOf = (params: { encounterId?: string | undefined }) => readParam(params.encounterId, z.uuid());
const WithdrawForm = z.object({ reason: z.string().trim().min(1).max(500) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await showEncounter(session, idOf(params))), topics: topicsOn(session.today), today: session.today, mayWrite: session.actor.capabilities.has("encounters.write") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await withdrawEncounter(sessionOf(context), { encounterId: idOf(params), ...read(WithdrawForm) });
    return redirect(`/encounters/${id}`);
  });
}

export default function ShowEncounter() {
  const { standing, earlier, withdrawal, topics, today, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { show: t, list, modes, minutesOf } = useText(encountersText);
  const texts = useRefusals(encountersText);
  const language = useLanguage();
  const result = answer && "refusal" in answer ? answer : undefined;
  const at = (instant: string) => formatInstant(instant, language, dayIn(new Date(), "Asia/Shanghai"));
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={`${formatDay(standing.happenedOn, language, today)} · ${modes[standing.mode]} · ${minutesOf(standing.minutes)}`} crumbs={[{ label: list.title, to: "/encounters" }]} lead={t.entered(standing.byName, at(standing.at))}
        actions={mayWrite && !withdrawal ? <ButtonLink to={`/encounters/${standing.encounterId}/correct`} tone="primary">{t.correct}</ButtonLink> : null} />
      {withdrawal ? <Notice tone="late">{t.withdrawn(withdrawal.byName, withdrawal.reason)}</Notice> : null}
      <Card title={t.facts}><EncounterFacts of={standing} topics={topics} today={today} /></Card>
      {earlier.length > 0 ? (
        <Card title={t.earlier}>
          {earlier.map((row, index) => (
            <section key={row.revision} className="stack tight">
              <p className="soft">{t.entered(row.byName, at(row.at))} · {t.why((earlier[index - 1] ?? standing).why)}</p>
              <EncounterFacts of={row} topics={topics} today={today} />
            </section>
          ))}
        </Card>
      ) : null}
      {mayWrite && !withdrawal ? (
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} />
          <ConfirmForm trigger={t.withdraw} question={t.reason} confirm={t.withdrawNow}><TextField name="reason" label={t.reason} maxLength={500} /></ConfirmForm>
        </FormScope>
      ) : null}
    </>
  );
}
