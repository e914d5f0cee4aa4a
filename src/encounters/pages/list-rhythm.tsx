import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DataList, EmptyState, FormActions, FormScope, PageHeader, RefusalNote, Select, SubmitButton } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { chooseVisits, listPlans } from "#routing/index.ts";
import { encountersText } from "../messages/index.ts";
import { PARTS, rhythmOn } from "../model/rhythm/rhythm-pack.ts";
import { listRhythm } from "../service/rhythm/list-rhythm.ts";

/** Lines shown; the list is for the day's work, not for looking through. */
const MOST = 200;
const USUAL_MINUTES = 30;
const Chosen = z.object({ id: listOf(z.uuid()), planId: z.uuid() });

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const rows = await listRhythm(session);
  const plans = session.actor.capabilities.has("rounds.plan") ? (await listPlans(session)).rows.filter(({ onDay }) => onDay >= session.today) : [];
  return { rows: rows.slice(0, MOST), more: Math.max(0, rows.length - MOST), overdue: rows.filter(({ overdueDays }) => overdueDays > 0).length, plans: plans.map(({ id, onDay, startName }) => ({ id, onDay, startName })), pack: rhythmOn(session.today), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id: personIds, planId } = read(Chosen);
    await chooseVisits(sessionOf(context), { planId, personIds, minutes: USUAL_MINUTES });
    return redirect(`/rounds/${planId}`);
  });
}

export default function ListRhythm() {
  const { rows, more, overdue, plans, pack, today } = useLoaderData<typeof loader>();
  const { rhythm: t, list } = useText(encountersText);
  const texts = useRefusals(encountersText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead(rows.length + more, overdue)} crumbs={[{ label: list.title, to: "/encounters" }]} actions={<PrintButton label={list.print} />} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        <Card flush>
          <DataList caption={t.title} rows={rows} rowKey={({ personId }) => personId} rowTo={({ personId }) => `/encounters/of/${personId}`} {...(plans.length > 0 && { pick: { form: "round", rowName: ({ name }: { name: string }) => name } })}
            empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
            columns={[
              { key: "name", label: t.name, render: ({ name, communityName }) => <>{name} <span className="small soft">{communityName}</span></> },
              { key: "due", label: t.due, render: ({ dueOn, overdueDays }) => <Chip tone={overdueDays > 0 ? "late" : dueOn === today ? "due" : "plain"}>{overdueDays > 0 ? t.overdue(overdueDays) : formatDayOnly(dueOn, language, today)}</Chip> },
              { key: "last", label: t.last, render: ({ lastOn }) => (lastOn ? formatDayOnly(lastOn, language, today) : t.never) },
              { key: "tier", label: t.tier, render: ({ tier, everyDays }) => `${t.tiers[tier]} · ${t.every(everyDays)}` },
              { key: "why", label: t.why, render: ({ parts, points }) => <>{points} <span className="small soft">{parts.map((one) => `${t.parts[one.part]} ${one.points}`).join("、")}</span></> },
            ]} />
        </Card>
        {more > 0 ? <p className="soft">{t.more(more)}</p> : null}
        {plans.length > 0 && rows.length > 0 ? (
          <Card>
            <Form method="post" id="round" className="form">
              <IdempotencyField />
              <Select name="planId" label={t.plan} empty={null} options={plans.map(({ id, onDay, startName }) => ({ value: id, label: `${formatDayOnly(onDay, language, today)} · ${startName}` }))} />
              <FormActions><SubmitButton>{t.addToPlan}</SubmitButton></FormActions>
            </Form>
          </Card>
        ) : null}
      </FormScope>
      <p className="small soft">{t.rules(pack.version, pack.source[language], PARTS.map((part) => `${t.parts[part]} ${pack.points[part]}`).join("、"))} {pack.verified === null ? <Chip>{t.unverified}</Chip> : null}</p>
    </>
  );
}
