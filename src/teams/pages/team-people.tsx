import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { pathwaysText } from "#pathways/index.ts";
import { teamsText } from "../messages/index.ts";
import { ElderStep, MemberStep, NewElder, NewMember } from "../model/forms.ts";
import { addElder } from "../service/people/add-elder.ts";
import { addMember } from "../service/people/add-member.ts";
import { findNeighbours } from "../service/people/find-people.ts";
import { stepElder } from "../service/people/step-elder.ts";
import { stepMember } from "../service/people/step-member.ts";
import { showTeam } from "../service/show-team.ts";
import { FoundForms } from "../ui/found-forms.tsx";
import { ElderForms, MemberForms } from "../ui/people-forms.tsx";

const idOf = (params: { teamId?: string | undefined }) => readParam(params.teamId, z.uuid());

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 60);
  const { team, members, elders } = await showTeam(session, idOf(params));
  return { team, members, elders, q, found: q ? await findNeighbours(session, q) : [], today: session.today, besides: pathwaysText[webOf(context).lang].refusals };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, teamId] = [sessionOf(context), idOf(params)];
    if (data.has("memberId")) await stepMember(session, teamId, read(MemberStep));
    else if (data.has("elderId")) await stepElder(session, teamId, read(ElderStep));
    else if (data.has("joinedOn")) await addMember(session, teamId, read(NewMember));
    else await addElder(session, teamId, read(NewElder));
    return redirect(`/teams/${teamId}/people`);
  });
}

export default function TeamPeople() {
  const { team, members, elders, q, found, today, besides } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { people: t, title, fields } = useText(teamsText);
  const texts = { ...besides, ...useRefusals(teamsText) };
  const result = answer && "refusal" in answer ? answer : undefined;
  const heading = `${team.name} · ${t.title}`;
  return (
    <>
      <title>{heading}</title>
      <PageHeader title={heading} crumbs={[{ label: title, to: "/teams" }, { label: team.name, to: `/teams/${team.id}` }]} />
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <Card title={t.find}>
        <div className="stack">
          <Form method="get" className="form"><TextField name="q" label={t.find} defaultValue={q} maxLength={60} /><FormActions><SubmitButton tone="plain">{t.findButton}</SubmitButton></FormActions></Form>
          {q && found.length === 0 ? <p className="soft">{t.nobody}</p> : null}
          {found.map((one) => <FormScope key={one.id} form={one.id} result={result?.values.personId === one.id ? result : undefined} texts={texts}><FoundForms one={one} fromAge={team.fromAge} today={today} /></FormScope>)}
        </div>
      </Card>
      <Card title={t.elders}><ul className="stack plain">{elders.map((one) => <li key={one.id}><FormScope form={one.id} result={result?.values.elderId === one.id ? result : undefined} texts={texts}><ElderForms elder={one} /></FormScope></li>)}</ul></Card>
      <Card title={t.members}><ul className="stack plain">{members.map((one) => <li key={one.id}><FormScope form={one.id} result={result?.values.memberId === one.id ? result : undefined} texts={texts}><MemberForms member={one} /></FormScope></li>)}</ul></Card>
    </>
  );
}
