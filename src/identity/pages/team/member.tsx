import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Columns, ConfirmForm, FormActions, Notice, PageHeader, Select, Stack, SubmitButton, Timeline } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { identityText } from "../../messages/index.ts";
import { offerPasswordLink } from "../../service/accounts/offer-password-link.ts";
import { changeRole } from "../../service/team/change-role.ts";
import { endMembership } from "../../service/team/end-membership.ts";
import { showMember, type MemberPage } from "../../service/team/show-member.ts";
import { FormFrame, FormNote } from "../parts/form-frame.tsx";
import { useRoleName } from "../parts/role-name.ts";
import { ShownOnce } from "../parts/shown-once.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const page = await showMember(session, readParam(params.membershipId, z.uuid()));
  return { ...page, today: session.today, isMe: page.member.accountId === session.actor.accountId };
}

const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("role"), role: z.string().max(40) }),
  z.object({ intent: z.literal("end") }),
  z.object({ intent: z.literal("password") }),
]);

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  const session = sessionOf(context);
  return submit<unknown>(request, web.lang, async ({ read }) => {
    const membershipId = readParam(params.membershipId, z.uuid());
    const change = read(Change);
    if (change.intent === "role") return redirect(`/team/${(await changeRole(session, { membershipId, role: change.role })).membershipId}`);
    if (change.intent === "password") return { link: `${web.installation.origin}/reset/${await offerPasswordLink(web.installation, session, membershipId)}` };
    await endMembership(session, { membershipId });
    return redirect("/team");
  });
}

export default function Member() {
  const { member, history, roles, today, isMe } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const language = useLanguage();
  const roleName = useRoleName(roles);
  const link = typeof result === "object" && result !== null && "link" in result ? String(result.link) : null;
  const closed = member.untilAt !== null || isMe;
  return (
    <>
      <title>{member.name}</title>
      <PageHeader title={member.name} avatar={member.name} crumbs={[{ label: t.team.title, to: "/team" }]} lead={member.login}
        chips={<><Chip>{roleName(member.role)}</Chip>{member.untilAt ? <Chip>{t.team.ended}</Chip> : null}{member.hasSecondFactor ? <Chip tone="ok">{t.team.columns.second}</Chip> : null}</>} />
      {isMe ? <Notice><p>{t.team.yourself}</p></Notice> : null}
      {link ? <Card title={t.team.resetTitle}><ShownOnce label={t.team.link} value={link}>{t.team.resetLink}</ShownOnce></Card> : null}
      <Columns>
        <Card title={t.team.history}>
          <Timeline label={t.team.history} items={history.map((held) => ({
            key: held.id, at: held.fromAt, title: roleName(held.role), tone: held.untilAt ? "past" : "ok",
            when: `${formatInstant(held.fromAt, language, today)} – ${held.untilAt ? formatInstant(held.untilAt, language, today) : t.team.now}`,
          }))} />
        </Card>
        {closed ? null : <MemberChanges member={member} roles={roles} result={result} />}
      </Columns>
    </>
  );
}

/** What can be changed about a member who is not oneself. */
function MemberChanges({ member, roles, result }: Pick<MemberPage, "member" | "roles"> & { result: unknown }) {
  const t = useText(identityText);
  const roleName = useRoleName(roles);
  return (
    <Stack>
      <Card title={t.team.changeRole}>
        <FormFrame intent="role" result={result}>
          <Select name="role" label={t.role} hint={t.team.changeRoleLead} defaultValue={member.role} empty={null} options={roles.map(({ key }) => ({ value: key, label: roleName(key) }))} />
          <FormActions><SubmitButton tone="plain">{t.team.changeRole}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
      <Card title={t.team.resetTitle}>
        <FormFrame intent="password" result={result}>
          <p className="soft">{t.team.resetLead}</p>
          <FormActions><SubmitButton tone="plain">{t.team.resetSubmit}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
      <ConfirmForm trigger={t.team.end} question={t.team.endQuestion} confirm={t.team.endConfirm} values={{ intent: "end" }} />
      <FormNote intent="end" result={result} />
    </Stack>
  );
}
