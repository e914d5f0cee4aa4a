import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { insightsText } from "../messages/index.ts";
import { FIGURES } from "../model/monthly-return.ts";
import { countMonth, spanOf, type ShownReturn } from "../service/count-month.ts";
import { submitReturn } from "../service/submit-return.ts";
import { ReturnTable } from "../ui/return-table.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const month = params.month ?? "";
  const { from, to } = spanOf(month);
  return { counted: await countMonth(session, month), before: addDays(from, -1).slice(0, 7), after: addDays(to, 1).slice(0, 7), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { note = "" } = read(z.object({ note: z.string().max(2000).optional() }));
    await submitReturn(sessionOf(context), { month: params.month ?? "", note });
    return redirect(`/returns/${params.month}`);
  });
}

export default function ShowReturn() {
  const { counted, before, after, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(insightsText);
  const result = refused && "refusal" in refused ? refused : undefined;
  const { month, total, opens, submitted } = counted;
  const [year = "", number = ""] = month.split("-");
  const rows = opens ? `/returns/${month}/rows` : undefined;
  const nothing = FIGURES.every((figure) => total[figure] === 0);
  return (
    <>
      <title>{`${t.title} · ${t.month(year, number)}`}</title>
      <PageHeader title={t.month(year, number)} eyebrow={t.title} lead={t.lead} actions={<Ways month={month} before={before} after={after <= today.slice(0, 7) ? after : null} />} />
      {nothing ? <Card><EmptyState title={t.empty}>{t.emptyHint}</EmptyState></Card> : (
        <>
          <StatRow label={t.total} stats={[
            { label: t.figures.personTimes, value: <Figure value={total.personTimes} to={rows} />, note: `${total.sessions} ${t.figures.sessions}` },
            { label: t.figures.persons, value: <Figure value={total.persons} to={rows} /> },
            { label: t.figures.volunteerMinutes, value: <Figure value={Math.round(total.volunteerMinutes / 6) / 10} digits={1} to={rows} />, note: `${total.volunteers} ${t.figures.volunteers}` },
            { label: t.figures.pairsActive, value: <Figure value={total.pairsActive} to={rows} />, note: `+${total.pairsBegun} −${total.pairsEnded}` },
          ]} />
          <Card flush><ReturnTable counted={counted} /></Card>
          <p className="soft small measure">{t.explain}</p>
        </>
      )}
      {submitted.length > 0 ? <Submitted counted={counted} today={today} /> : null}
      {opens && !nothing ? <HandIn result={result} /> : null}
    </>
  );
}

function Submitted({ counted: { submitted, total }, today }: { counted: ShownReturn; today: string }) {
  const t = useText(insightsText);
  const language = useLanguage();
  return (
        <Card title={t.history}>
          <ul className="stack">
            {submitted.map((one) => {
              const changed = FIGURES.filter((figure) => one.figures.total[figure] !== total[figure]);
              return (
                <li key={one.id}>
                  <b>{t.submitted(one.submittedByName, formatInstant(one.submittedAt, language, today))}</b>
                  {one.note ? <p>{one.note}</p> : null}
                  <p className="soft small">{changed.length === 0 ? t.same : changed.map((figure) => t.difference(t.figures[figure], one.figures.total[figure], total[figure])).join(" · ")}</p>
                </li>
              );
            })}
          </ul>
        </Card>
  );
}

function HandIn({ result }: { result: FormResult | undefined }) {
  const t = useText(insightsText);
  const texts = useRefusals(insightsText);
  return (
        <Card title={t.submit}>
          <FormScope result={result} texts={texts}>
            <RefusalNote of={result?.refusal} texts={texts} />
            <Form method="post" className="stack">
              <IdempotencyField />
              <p className="soft">{t.submitHint}</p>
              <TextField name="note" label={t.note} optional maxLength={2000} />
              <SubmitButton>{t.submit}</SubmitButton>
            </Form>
          </FormScope>
        </Card>
  );
}

function Ways({ month, before, after }: { month: string; before: string; after: string | null }) {
  const t = useText(insightsText);
  return (
    <>
      <Link className="button quiet" to={`/returns/${before}`} rel="prev">‹ {before}</Link>
      {after ? <Link className="button quiet" to={`/returns/${after}`} rel="next">{after} ›</Link> : null}
      <a className="button" href={`/returns/${month}/workbook`}>{t.workbook}</a>
      <a className="button" href={`/returns/${month}/print`}>{t.pdf}</a>
    </>
  );
}
