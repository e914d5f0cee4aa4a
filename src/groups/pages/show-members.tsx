import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { pathwaysText } from "#pathways/index.ts";
import { groupsText } from "../messages/index.ts";
import { MemberStep, NewMember, NewRating } from "../model/forms.ts";
import { MOMENTS } from "../model/terms.ts";
import { addMember } from "../service/add-member.ts";
import { findPeople } from "../service/find-people.ts";
import { rateMember } from "../service/rate-member.ts";
import { showGroup, type ShownGroup } from "../service/show-group.ts";
import { stepMember } from "../service/step-member.ts";
import { MemberForms } from "../ui/member-forms.tsx";

const idOf = (params: { groupId?: string | undefined }) => readParam(params.groupId, z.uuid());

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const { group, members, ratings, standing } = await showGroup(session, idOf(params));
  return { group, members, ratings, standing, q, found: q && !standing.closed ? await findPeople(session, q) : [], today: session.today, besides: pathwaysText[webOf(context).lang].refusals };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, groupId] = [sessionOf(context), idOf(params)];
    if (data.has("personId")) await addMember(session, groupId, read(NewMember));
    else if (data.has("moment")) await rateMember(session, groupId, read(NewRating));
    else await stepMember(session, groupId, read(z.object({ memberId: z.uuid() })).memberId, read(MemberStep));
    return redirect(`/groups/${groupId}/members`);
  });
}

export default function ShowMembers() {
  const { group, members, ratings, standing, q, found, today, besides } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { members: t, title, fields } = useText(groupsText);
  const texts = { ...besides, ...useRefusals(groupsText) };
  const result = answer && "refusal" in answer ? answer : undefined;
  const heading = `${group.name} · ${t.title}`;
  return (
    <>
      <title>{heading}</title>
      <PageHeader title={heading} lead={t.lead} crumbs={[{ label: title, to: "/groups" }, { label: group.name, to: `/groups/${group.id}` }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        {members.map((member) => <MemberCard key={member.id} groupId={group.id} member={member} ratings={ratings} today={today} />)}
        {standing.closed ? null : (
          <Card title={t.find}>
            <div className="stack">
              <Form method="get" className="form"><TextField name="q" label={t.find} defaultValue={q} maxLength={60} /><FormActions><SubmitButton tone="plain">{t.findButton}</SubmitButton></FormActions></Form>
              {q && found.length === 0 ? <p className="soft">{t.nobody}</p> : null}
              {found.length > 0 ? (
                <Form method="post" className="form">
                  <IdempotencyField />
                  <Select name="personId" label={t.find} empty={null} options={found.map(({ id, name, birthOn, communityName }) => ({ value: id, label: [name, birthOn?.slice(0, 4), communityName].filter(Boolean).join(" · ") }))} />
                  <DayField name="joinedOn" label={t.joinedOn} max={today} defaultValue={today} />
                  <TextField name="why" label={t.why} maxLength={500} optional />
                  <FormActions><SubmitButton>{t.add}</SubmitButton></FormActions>
                </Form>
              ) : null}
            </div>
          </Card>
        )}
      </FormScope>
    </>
  );
}

function MemberCard({ groupId, member, ratings, today }: { groupId: string; member: ShownGroup["members"][number]; ratings: ShownGroup["ratings"]; today: string }) {
  const { members: t, papers, parts, consent, moments, leaving } = useText(groupsText);
  const language = useLanguage();
  const own = MOMENTS.flatMap((moment) => ratings.filter((one) => one.memberId === member.id && one.moment === moment));
  return (
    <Card title={<Link to={`/people/${member.personId}`}>{member.name}</Link>} aside={member.blank ? null : <Link to={`/documents/group/${groupId}?member=${member.id}`} aria-label={`${papers.member} ${member.name}`}>{papers.member}</Link>}>
      <div className="stack">
        <div className="cluster"><Chip tone={member.part === "member" ? "plain" : "ok"}>{parts[member.part]}</Chip><Chip tone={member.consent === "given" ? "ok" : "due"}>{consent[member.consent]}</Chip></div>
        <p className="small soft">{[t.joined(formatDayOnly(member.joinedOn, language, today)), member.why, member.leftOn && t.left(formatDayOnly(member.leftOn, language, today), member.reason ? leaving[member.reason] : ""), ...own.map(({ moment, value }) => `${moments[moment]} ${value}`)].filter(Boolean).join(" · ")}</p>
        <MemberForms member={member} today={today} />
      </div>
    </Card>
  );
}
