import { useActionData, useLoaderData, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { safeguardingText } from "../messages/index.ts";
import { reportFirst } from "../model/duties.ts";
import { Step } from "../model/incident.ts";
import { changeKnowing } from "../service/change-knowing.ts";
import { showIncident, type ShownIncident } from "../service/show-incident.ts";
import { takeStep } from "../service/take-step.ts";
import { Duties } from "../ui/duties.tsx";
import { Knowers } from "../ui/knowers.tsx";
import { StepForms } from "../ui/step-forms.tsx";
import { SEVERITY_TONES } from "../ui/tones.ts";

const idOf = (params: { incidentId?: string | undefined }) => readParam(params.incidentId, z.uuid());
const Knowing = z.object({ change: z.enum(["given", "ended"]), accountId: z.uuid(), why: z.string().min(1).max(500) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showIncident(session, idOf(params)), today: session.today, me: session.actor.accountId };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, incidentId] = [sessionOf(context), idOf(params)];
    if (data.has("change")) await changeKnowing(session, { incidentId, ...read(Knowing) });
    else await takeStep(session, incidentId, read(Step));
    return redirect(`/safeguarding/${incidentId}`);
  });
}

export default function ShowIncident() {
  const { shown, today, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { show: t, list, kinds, severities, states, steps, told, fields } = useText(safeguardingText);
  const texts = useRefusals(safeguardingText);
  const language = useLanguage();
  const { incident, stands, duties, entries, person } = shown;
  const result = answer && "refusal" in answer ? answer : undefined;
  const at = (instant: string) => formatInstant(instant, language, today);
  const title = `${person.name} · ${kinds[incident.kind]}`;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: t.crumb, to: "/safeguarding" }]} lead={t.raised(incident.raisedByName, at(incident.learntAt))} actions={<PrintButton label={t.print} />}
        chips={<><Chip tone={SEVERITY_TONES[stands.severity]}>{severities[stands.severity]}</Chip><Chip tone={stands.state === "closed" ? "ok" : "calm"}>{states[stands.state]}</Chip></>} />
      {stands.state === "open" && reportFirst(duties) ? <Notice tone="late">{t.warn} <ButtonLink to={`/safeguarding/${incident.id}/report`} tone="primary">{t.reportNow}</ButtonLink></Notice> : null}
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Columns>
          <div className="stack">
            <Card title={t.what}><About shown={shown} today={today} /></Card>
            <Card title={t.timeline}>
              <Timeline label={t.timeline} items={entries.map((entry) => ({
                key: String(entry.number), when: at(entry.doneAt), at: new Date(entry.doneAt).toISOString(),
                title: [steps[entry.kind], entry.severity && severities[entry.severity], entry.toWhom && told[entry.toWhom], entry.toName, entry.byName].filter(Boolean).join(" · "),
                note: [entry.words, entry.reference].filter(Boolean).join(" · ") || undefined,
              }))} />
            </Card>
            <Card title={t.add}><StepForms shown={shown} result={result} /></Card>
          </div>
          <div className="stack">
            <Card title={t.duties}><Duties duties={duties} today={today} /></Card>
            <Card title={t.knows}><Knowers shown={shown} me={me} today={today} /></Card>
          </div>
        </Columns>
      </FormScope>
      <p className="soft small print-only">{list.title}</p>
    </>
  );
}

function About({ shown: { incident, person, allegedName }, today }: { shown: ShownIncident; today: string }) {
  const { show: t, standings, heard } = useText(safeguardingText);
  const language = useLanguage();
  const alleged = [incident.allegedWords, allegedName].filter(Boolean).join(" · ");
  const facts = [
    { label: t.standing, value: standings[incident.standing] },
    ...(incident.happenedOn ? [{ label: t.happened, value: formatDay(incident.happenedOn, language, today) }] : []),
    ...(incident.placeWords ? [{ label: t.place, value: incident.placeWords }] : []),
    { label: t.heard, value: heard[incident.heardFrom] },
    ...(alleged ? [{ label: t.alleged, value: alleged }] : []),
  ];
  return (
    <>
      <p className="pre measure">{incident.words}</p>
      <Facts facts={facts} />
      <p className="no-print"><ButtonLink to={`/people/${person.id}`} tone="quiet">{t.person}</ButtonLink></p>
    </>
  );
}
