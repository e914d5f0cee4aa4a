import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, PageHeader } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import styles from "../ui/documents.css?url";
import { documentsText } from "../messages/index.ts";
import { GROUP_FORMS, partOf } from "../model/forms.ts";
import { listGroupMade } from "../service/list-group-made.ts";
import { MadeCard } from "../ui/made-card.tsx";
import { MakeForm, type Choice } from "../ui/make-forms.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const groupId = readParam(params.groupId, z.uuid());
  const query = new URL(request.url).searchParams;
  return { groupId, today: session.today, ...await listGroupMade(session, groupId), chosen: { session: query.get("session"), member: query.get("member") }, mayRead: session.actor.capabilities.has("cases.work") };
}

/** The forms of one group: of all of it, of one session, of one member, each for print and for a word processor; and what was made before. */
export default function GroupDocuments() {
  const { groupId, name, sessions, members, made, chosen, mayRead, today } = useLoaderData<typeof loader>();
  const t = useText(documentsText);
  const choices: Record<ReturnType<typeof partOf>, Choice | undefined> = {
    group: undefined,
    session: { label: t.whichSession, options: sessions.map(({ id, number, aim }) => ({ value: id, label: t.session(number, aim) })), chosen: chosen.session ?? sessions.at(-1)?.id },
    member: { label: t.whichMember, options: members.map((one) => ({ value: one.id, label: one.name })), chosen: chosen.member ?? members[0]?.id },
  };
  const aboutOf = new Map([...sessions.map(({ id, number }) => [id, t.session(number, "")] as const), ...members.map((one) => [one.id, one.name] as const)]);
  return (
    <>
      <title>{t.groupTitle(name)}</title>
      <PageHeader title={t.groupTitle(name)} lead={t.groupLead} crumbs={[{ label: t.groups, to: "/groups" }, { label: name, to: `/groups/${groupId}` }]} actions={mayRead ? <ButtonLink to="/documents">{t.templates}</ButtonLink> : null} />
      <Card title={t.make}><ul className="stack document-forms">{GROUP_FORMS.map((form) => <MakeForm key={form} form={form} action={`/documents/group/${groupId}/make`} choice={choices[partOf(form)]} />)}</ul></Card>
      <MadeCard made={made.map((one) => ({ ...one, about: aboutOf.get(one.aboutId ?? "") }))} today={today} />
    </>
  );
}
