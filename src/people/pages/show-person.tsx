import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { dayIn } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { PanelCard } from "#platform/ui/layout/panel-card.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../messages/index.ts";
import { alertsOf } from "../model/alerts.ts";
import { REVEAL_PURPOSES } from "../model/terms.ts";
import { timeLine } from "../model/time-line.ts";
import { revealIdentifier } from "../service/files/reveal-identifier.ts";
import { personPanels } from "../service/files/person-panels.ts";
import { showPerson } from "../service/files/show-person.ts";
import { ageWords } from "../ui/age-words.ts";
import { AlertNotices } from "../ui/alert-notices.tsx";
import { FamilyCard, ReachCard } from "../ui/file-cards.tsx";
import { FactsCard, PapersCard } from "../ui/fact-cards.tsx";
import { PersonTabs } from "../ui/person-tabs.tsx";
import { PersonTimeline } from "../ui/person-timeline.tsx";

const EVENTS_SHOWN = 30;
const RevealForm = z.object({ identifierId: z.uuid(), purpose: z.enum(REVEAL_PURPOSES) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showPerson(session, readParam(params.personId, z.uuid()));
  if ("movedTo" in file) throw redirect(`/people/${file.movedTo}`);
  const { birthOn, deceasedOn } = file.person;
  const { capabilities } = session.actor;
  return {
    panels: await personPanels.load(session, { personId: file.person.id, recordIds: file.records }, webOf(context).lang),
    file, today: session.today, alerts: alertsOf({ birthOn, deceasedOn, consents: file.consents, relatives: file.relatives }, session.today),
    events: timeLine(file, (instant) => dayIn(new Date(instant), "Asia/Shanghai")).slice(0, EVENTS_SHOWN), mayWrite: capabilities.has("people.write"), mayReveal: capabilities.has("people.reveal"), mayAssess: capabilities.has("assessments.work"), mayPlan: capabilities.has("plans.work"),
  };
}

/** Shows one whole number, after saying why; nothing else is done on this page. */
export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const asked = read(RevealForm);
    const { value } = await revealIdentifier(sessionOf(context), asked);
    return { revealed: { identifierId: asked.identifierId, value } };
  });
}

export default function ShowPerson() {
  const { file, panels, today, alerts, events, mayWrite, mayReveal, mayAssess, mayPlan } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  const { person, communityName, laneName } = file;
  const refused = answer && "refusal" in answer ? answer : undefined;
  const lead = [person.preferredName ? person.name : null, person.sex && t.sexes[person.sex], ageWords(person, today, t.list), [communityName, laneName].filter(Boolean).join(" "), file.contacts[0]?.value].filter(Boolean).join(" · ");
  return (
    <>
      <title>{person.name}</title>
      <PageHeader title={person.preferredName ?? person.name} avatar={person.preferredName ?? person.name} lead={lead} crumbs={[{ label: t.list.title, to: "/people" }]}
        chips={file.roles.filter(({ untilOn }) => untilOn === null).map(({ id, role }) => <Chip key={id} tone="ok">{t.roles[role]}</Chip>)}
        actions={<>{mayAssess ? <ButtonLink to={`/assessments/of/${person.id}`}>{t.show.assessments}</ButtonLink> : null}{mayPlan ? <ButtonLink to={`/plans/of/${person.id}`}>{t.show.plans}</ButtonLink> : null}{mayWrite ? <ButtonLink to={`/people/${person.id}/edit`} tone="primary">{t.show.edit}</ButtonLink> : null}</>} />
      <PersonTabs personId={person.id} current="file" mayWrite={mayWrite} />
      <AlertNotices alerts={alerts} today={today} />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        <Columns>
          <PersonTimeline events={events} today={today} />
          <Stack>
            {panels.map((panel) => <PanelCard key={panel.key} panel={panel} />)}
            <ReachCard contacts={file.contacts} />
            <FamilyCard relatives={file.relatives} />
            <FactsCard file={file} />
            <PapersCard file={file} mayReveal={mayReveal} revealed={answer && "revealed" in answer ? answer.revealed : null} />
          </Stack>
        </Columns>
      </FormScope>
    </>
  );
}
