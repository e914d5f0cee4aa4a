import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { showVolunteer } from "../../service/volunteers/show-volunteer.ts";
import { HoursView } from "../../ui/hours-view.tsx";
import { PathwayChecklist } from "../../ui/pathway-checklist.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { VolunteerHistory } from "../../ui/volunteer-history.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showVolunteer(session, readParam(params.volunteerId, z.uuid()));
  const { capabilities } = session.actor;
  return { ...file, today: session.today, mayManage: capabilities.has("volunteers.manage"), mayOpenPerson: capabilities.has("people.read") };
}

export default function ShowVolunteer() {
  const data = useLoaderData<typeof loader>();
  const { volunteer, programme, card, standing, requirements, today, mayManage } = data;
  const t = useText(volunteeringText);
  const name = card.preferredName ?? card.name;
  return (
    <>
      <title>{`${name} · ${t.volunteers}`}</title>
      <PageHeader title={name} avatar={name} crumbs={[{ label: t.list.title, to: `/volunteers?programme=${programme.id}` }]} lead={`${programme.name} · ${t.statusNote[standing.status]}`}
        chips={<StatusChip {...standing} />} actions={mayManage ? <Actions data={data} /> : null} />
      {standing.grandfathered && standing.version !== null ? <Notice>{t.page.grandfathered(standing.version)}</Notice> : null}
      <Columns>
        <Stack>
          <Card title={t.page.pathway}><PathwayChecklist volunteerId={volunteer.id} states={standing.requirements} requirements={requirements} today={today} mayChange={mayManage && standing.status !== "removed"} /></Card>
          <Card title={t.page.history}><VolunteerHistory volunteerId={volunteer.id} facts={data.facts} timeline={data.timeline} agreements={data.agreements} requirements={requirements} today={today} mayChange={mayManage} /></Card>
        </Stack>
        <Stack>
          <Card title={t.page.hours} aside={mayManage ? <ButtonLink tone="quiet" to={`/volunteers/${volunteer.id}/availability`}>{t.change}</ButtonLink> : null}>
            <HoursView hours={data.hours} />
            {volunteer.hoursText ? <p className="soft">{t.labelled(t.page.words, volunteer.hoursText)}</p> : null}
          </Card>
          <Card title={t.page.about} aside={mayManage ? <ButtonLink tone="quiet" to={`/volunteers/${volunteer.id}/details`}>{t.change}</ButtonLink> : null}><About data={data} /></Card>
        </Stack>
      </Columns>
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function About({ data: { volunteer, card, relatives, interests, languages, today } }: { data: Loaded }) {
  const t = useText(volunteeringText);
  const language = useLanguage();
  const guardian = relatives.find(({ isGuardian }) => isGuardian);
  const own = card.phones.filter(({ whose }) => whose === "self");
  const others = card.phones.filter(({ whose }) => whose === "other");
  const facts = [
    { label: t.page.phone, value: own.map(({ value }) => <a key={value} href={`tel:${value}`}>{value} </a>), shown: own.length > 0 },
    { label: t.import.fields.birth, value: card.birthOn ? `${card.birthOn.slice(0, { day: 10, month: 7, year: 4 }[card.birthPrecision ?? "day"])} · ${t.page.age(ageOn(card.birthOn, today))}` : "" },
    { label: t.page.place, value: card.communityName ?? volunteer.area },
    { label: t.page.affiliation, value: [volunteer.affiliation, volunteer.subject].filter(Boolean).join(" · ") },
    { label: t.page.interests, value: interests.join("、") },
    { label: t.page.skills, value: volunteer.skills.join("、") },
    { label: t.page.languages, value: languages.join("、") },
    { label: t.page.capacity, value: t.page.persons(volunteer.capacity) },
    { label: t.page.motivation, value: volunteer.motivation },
    { label: t.page.guardian, value: guardian ? `${guardian.otherName ?? ""} ${guardian.relation} ${guardian.otherPhone ?? ""}` : "" },
    { label: t.page.emergency, value: others.map(({ value, holderName }) => `${holderName ?? ""} ${value}`).join("、") },
    { label: t.page.signedUp, value: formatInstant(volunteer.signedUpAt, language, today) },
  ].filter(({ value, shown }) => shown ?? (value !== "" && !Array.isArray(value)));
  return <Facts facts={facts} />;
}

function Actions({ data: { volunteer, standing, card, mayOpenPerson } }: { data: Loaded }) {
  const t = useText(volunteeringText);
  const step = (name: string) => `/volunteers/${volunteer.id}/${name}`;
  const { recruitment: r } = t;
  const shut = standing.requirements.some(({ kind, state }) => kind === "application" && (state === "refused" || state === "withdrawn"));
  const placed = standing.status === "service_team" || standing.status === "reserve";
  if (standing.status === "removed") return <ButtonLink to={step("reinstatement")}>{t.page.reinstate}</ButtonLink>;
  return (
    <>
      {standing.trained ? <ButtonLink tone="primary" to={step("appraisal")}>{t.page.appraise}</ButtonLink> : null}
      {shut ? <ButtonLink to={step("reopening")}>{r.reopen.action}</ButtonLink> : null}
      {placed || standing.declined ? null : <ButtonLink to={step("interview")}>{r.agree.action}</ButtonLink>}
      {placed || standing.declined ? null : <ButtonLink tone="quiet" to={step("refusal")}>{r.decline.action}</ButtonLink>}
      <ButtonLink to={step("invitation")}>{t.page.invite}</ButtonLink>
      {mayOpenPerson ? <ButtonLink to={`/people/${card.id}`}>{t.page.toPerson}</ButtonLink> : null}
      <ButtonLink tone="quiet" to={step("leaving")}>{t.page.remove}</ButtonLink>
    </>
  );
}
