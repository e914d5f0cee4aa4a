import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { addDays, isDay } from "#kernel/calendar.ts";
import { formatDay, formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { teamsText } from "../messages/index.ts";
import { NewSwap, ShiftGiven, SwapAnswer } from "../model/forms.ts";
import { answerSwap } from "../service/rota/answer-swap.ts";
import { askSwap } from "../service/rota/ask-swap.ts";
import { giveShift } from "../service/rota/give-shift.ts";
import { planWeek } from "../service/rota/plan-week.ts";
import { showWeek, type ShownWeek } from "../service/rota/show-week.ts";
import { ShiftCell } from "../ui/shift-cell.tsx";
import { SwapList } from "../ui/swap-list.tsx";
import styles from "../ui/teams.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const idOf = (params: { teamId?: string | undefined }) => readParam(params.teamId, z.uuid());
const dayOf = (request: Request, today: string): string => {
  const day = new URL(request.url).searchParams.get("week") ?? "";
  return isDay(day) ? day : today;
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showWeek(session, idOf(params), dayOf(request, session.today)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, teamId] = [sessionOf(context), idOf(params)];
    const day = dayOf(request, session.today);
    if (data.get("save") === "plan") await planWeek(session, teamId, day);
    else if (data.has("answer")) await answerSwap(session, teamId, read(SwapAnswer));
    else if (data.has("other")) await askSwap(session, teamId, read(NewSwap));
    else await giveShift(session, teamId, read(ShiftGiven));
    return redirect(`/teams/${teamId}/week?week=${day}`);
  });
}

export default function ShowWeekPage() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { week: t, print } = useText(teamsText);
  const texts = useRefusals(teamsText);
  const language = useLanguage();
  const { team, days, by, unplanned } = shown;
  const at = (day: string) => `/teams/${team.id}/week?week=${day}`;
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{`${team.name} · ${t.title}`}</title>
      <PageHeader title={`${team.name} · ${t.title}`} lead={t.of(formatDayOnly(days[0]!, language, today), formatDayOnly(days[6]!, language, today))} crumbs={[{ label: team.name, to: `/teams/${team.id}` }]}
        actions={<><ButtonLink to={at(addDays(days[0]!, -7))}>{t.before}</ButtonLink><ButtonLink to={at(addDays(days[0]!, 7))}>{t.after}</ButtonLink><PrintButton label={print} /></>} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        {unplanned && by.runs && !team.closed ? <Form method="post" className="stack no-print"><IdempotencyField /><input type="hidden" name="save" value="plan" /><SubmitButton big>{t.plan}</SubmitButton><p className="small soft">{t.planHint}</p></Form> : null}
        <Days shown={shown} today={today} />
        {shown.swaps.length > 0 ? <Card title={t.swaps}><SwapList shown={shown} today={today} /></Card> : null}
        <Requests shown={shown} today={today} />
      </FormScope>
    </>
  );
}

function Days({ shown, today }: { shown: ShownWeek; today: string }) {
  const { week: t } = useText(teamsText);
  const language = useLanguage();
  return (
    <section aria-label={t.title}>
      <ol className="team-week">
        {shown.days.map((day) => {
          const shifts = shown.shifts.filter(({ onDay }) => onDay === day);
          return (
            <li key={day} className={day === today ? "today" : undefined} aria-current={day === today ? "date" : undefined}>
              <h2>{formatDay(day, language, today)}</h2>
              {shifts.length === 0 ? <p className="soft">{t.none}</p> : shifts.map((shift) => <ShiftCell key={shift.id} shift={shift} shown={shown} today={today} />)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Requests({ shown: { requests, members }, today }: { shown: ShownWeek; today: string }) {
  const { week: t, show, kinds, dayParts, states } = useText(teamsText);
  const language = useLanguage();
  return (
    <Card title={t.requests}>
      {requests.length === 0 ? <p className="soft">{t.requestsEmpty}</p> : (
        <ul className="stack plain">
          {requests.map((one) => <li key={one.id}><div className="cluster"><b>{one.elderName}</b> {kinds[one.kind]} <Chip tone={one.state === "open" ? "due" : one.state === "done" ? "ok" : "plain"}>{states[one.state]}</Chip></div><div className="small soft">{[show.when(formatDay(one.wantedOn, language, today), dayParts[one.wantedPart]), members.find(({ id }) => id === one.memberId)?.memberName].filter(Boolean).join(" · ")}</div></li>)}
        </ul>
      )}
    </Card>
  );
}
