import { redirect, useActionData, useLoaderData, useSearchParams, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { UserPlus } from "lucide-react";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, fill, FilterBar, PageHeader, Pager, Select, Stack, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { identityText } from "../../messages/index.ts";
import { homeDay } from "../../model/home-day.ts";
import { listTeam, type OpenInvitation } from "../../service/team/list-team.ts";
import { revokeInvitation } from "../../service/team/revoke-invitation.ts";
import { FormFrame } from "../parts/form-frame.tsx";
import { useRoleName, type NamedRole } from "../parts/role-name.ts";
import { TeamTabs } from "../parts/tabs.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const team = await listTeam(session, { text: params.get("q") ?? undefined, role: params.get("role") ?? undefined, after: params.get("after") });
  return { ...team, today: session.today, me: session.actor.accountId as string };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await revokeInvitation(sessionOf(context), read(z.object({ invitationId: z.uuid() })));
    return redirect("/team");
  });
}

export default function ListTeam() {
  const { members, roles, invitations, today, me } = useLoaderData<typeof loader>();
  const t = useText(identityText);
  const language = useLanguage();
  const roleName = useRoleName(roles);
  return (
    <>
      <title>{t.team.title}</title>
      <PageHeader title={t.team.title}
        actions={<ButtonLink tone="primary" to="/team/invite" icon={<UserPlus className="icon" aria-hidden="true" />}>{t.team.invite}</ButtonLink>} />
      <TeamTabs current="members" />
      <TeamFilter roles={roles} />
      <Card flush>
        <DataList caption={t.team.tabs.members} rows={members.rows} rowKey={(row) => row.membershipId} rowTo={(row) => `/team/${row.membershipId}`}
          empty={<EmptyState title={t.team.none}>{t.team.noneHint}</EmptyState>}
          columns={[
            { key: "name", label: t.team.columns.name, render: (row) => (row.accountId === me ? fill(t.team.you, { name: row.name }) : row.name) },
            { key: "login", label: t.team.columns.login, render: (row) => row.login },
            { key: "role", label: t.team.columns.role, render: (row) => roleName(row.role) },
            { key: "second", label: t.team.columns.second, render: (row) => (row.hasSecondFactor ? <Chip tone="ok">{t.team.hasSecond}</Chip> : <Chip>{t.team.noSecond}</Chip>) },
            { key: "since", label: t.team.columns.since, render: (row) => formatDayOnly(homeDay(row.fromAt), language, today) },
          ]} />
      </Card>
      <Pager after={members.next} />
      {invitations.length > 0 ? <Invitations invitations={invitations} roleName={roleName} today={today} /> : null}
    </>
  );
}

function TeamFilter({ roles }: { roles: readonly NamedRole[] }) {
  const t = useText(identityText);
  const roleName = useRoleName(roles);
  const [params] = useSearchParams();
  const [text, role] = [params.get("q") ?? "", params.get("role") ?? ""];
  const active = [...(text ? [{ label: text, name: "q" }] : []), ...(role ? [{ label: roleName(role), name: "role" }] : [])];
  return (
    <FilterBar active={active}>
      <TextField name="q" label={t.team.search} defaultValue={text} />
      <Select name="role" label={t.role} defaultValue={role} empty={t.team.allRoles} options={roles.map(({ key }) => ({ value: key, label: roleName(key) }))} />
    </FilterBar>
  );
}

function Invitations({ invitations, roleName, today }: { invitations: readonly OpenInvitation[]; roleName: (key: string) => string; today: string }) {
  const t = useText(identityText);
  const language = useLanguage();
  const result = useActionData<typeof action>();
  return (
    <Card title={t.team.invitationsTitle}>
      <Stack>
        {invitations.map((invitation) => (
          <div key={invitation.id} className="spread">
            <div>
              <b>{invitation.name}</b> <Chip>{roleName(invitation.role)}</Chip>
              <p className="small soft">{t.team.expires} {formatDayOnly(homeDay(invitation.expiresAt), language, today)}</p>
            </div>
            <FormFrame result={result}>
              <SubmitButton tone="plain" name="invitationId" value={invitation.id}>{t.team.revoke}<span className="sr-only"> {invitation.name}</span></SubmitButton>
            </FormFrame>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
