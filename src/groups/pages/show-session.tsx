import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { groupsText } from "../messages/index.ts";
import { readMarks, SessionLog, SessionPlan } from "../model/forms.ts";
import { logSession } from "../service/log-session.ts";
import { planSession } from "../service/plan-session.ts";
import { showSession, type ShownSession } from "../service/show-session.ts";
import { LogForm } from "../ui/log-form.tsx";
import { PlanForm } from "../ui/plan-form.tsx";
import styles from "../ui/groups.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const idOf = (params: { sessionId?: string | undefined }) => readParam(params.sessionId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showSession(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, sessionId] = [sessionOf(context), idOf(params)];
    if (data.get("save") === "plan") {
      const { group } = await showSession(session, sessionId);
      await planSession(session, group.id, read(SessionPlan));
    } else await logSession(session, sessionId, read(SessionLog), readMarks(data));
    return redirect(`/group-sessions/${sessionId}`);
  });
}

export default function ShowSessionPage() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { session: t, show, title, print, papers, fields } = useText(groupsText);
  const texts = useRefusals(groupsText);
  const language = useLanguage();
  const { group, session, log } = shown;
  const result = answer && "refusal" in answer ? answer : undefined;
  const heading = `${group.name} · ${show.session(session.number)}`;
  return (
    <>
      <title>{heading}</title>
      <PageHeader title={heading} lead={session.aim} crumbs={[{ label: title, to: "/groups" }, { label: group.name, to: `/groups/${group.id}` }]} actions={<><ButtonLink to={`/documents/group/${group.id}?session=${session.id}`}>{papers.session}</ButtonLink><PrintButton label={print} /></>} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Card title={t.plan}>
          <div className="stack">
            <Facts facts={[{ label: t.onDay, value: formatDayOnly(session.onDay, language, today) }, { label: t.minutes, value: session.minutes }, ...(session.plan ? [{ label: t.steps, value: <span className="pre">{session.plan}</span> }] : []), ...(session.prepare ? [{ label: t.prepare, value: session.prepare }] : [])]} />
            {log ? null : <details className="confirm no-print"><summary className="button">{t.changePlan}</summary><div className="confirm-body"><FormScope form="plan" texts={texts} result={result}><PlanForm offered={session} /></FormScope></div></details>}
          </div>
        </Card>
        {log ? <Written shown={shown} today={today} /> : null}
        {log ? <details className="confirm no-print" open={result !== undefined}><summary className="button">{t.correct}</summary><div className="confirm-body"><LogForm shown={shown} today={today} /></div></details>
          : <Card title={t.log}><LogForm shown={shown} today={today} /></Card>}
      </FormScope>
    </>
  );
}

/** What was written down, to read and to print. */
function Written({ shown: { log, marks, members }, today }: { shown: ShownSession; today: string }) {
  const { session: t, marks: states, dynamics, takingPart } = useText(groupsText);
  const language = useLanguage();
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return (
    <Card title={t.log}>
      <div className="stack">
        <p className="pre measure">{log!.happened}</p>
        {log!.dynamics.length > 0 ? <div className="cluster">{log!.dynamics.map((one) => <Chip key={one}>{dynamics[one]}</Chip>)}</div> : null}
        <Facts facts={[
          ...marks.map(({ memberId, state, takingPart: part, seen }) => ({ label: names.get(memberId) ?? "", value: [states[state], part ? takingPart[part - 1] : "", seen].filter(Boolean).join(" · ") })),
          ...(log!.workerPart ? [{ label: t.workerPart, value: log!.workerPart }] : []), ...(log!.nextWords ? [{ label: t.nextWords, value: log!.nextWords }] : []),
        ]} />
        <p className="small soft">{t.written(log!.byName, formatDayOnly(log!.heldOn, language, today), log!.revision)}</p>
      </div>
    </Card>
  );
}
