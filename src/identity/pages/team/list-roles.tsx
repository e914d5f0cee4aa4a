import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { Plus } from "lucide-react";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, fill, PageHeader, Stack, Tiles } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { needsSecondFactor } from "../../model/second-factor.ts";
import { listRoles } from "../../service/team/list-roles.ts";
import { useRoleName } from "../parts/role-name.ts";
import { TeamTabs } from "../parts/tabs.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { roles: await listRoles(session), own: session.actor.role };
}

export default function ListRoles() {
  const { roles, own } = useLoaderData<typeof loader>();
  const t = useText(identityText);
  const roleName = useRoleName(roles);
  return (
    <>
      <title>{t.team.tabs.roles}</title>
      <PageHeader title={t.team.title} lead={t.roles.lead}
        actions={<ButtonLink to="/team/roles/new" icon={<Plus className="icon" aria-hidden="true" />}>{t.roles.add}</ButtonLink>} />
      <TeamTabs current="roles" />
      <Tiles>
        {roles.map((role) => (
          <Card key={role.key} title={roleName(role.key)}
            aside={role.key === own ? null : <ButtonLink tone="quiet" to={`/team/roles/${role.key}`}>{t.roles.edit}<span className="sr-only"> {roleName(role.key)}</span></ButtonLink>}>
            <Stack>
              <p className="cluster">
                <Chip>{fill(t.roles.count, { count: role.capabilities.length })}</Chip>
                {needsSecondFactor(role.capabilities) ? <Chip tone="calm">{t.roles.needsSecond}</Chip> : null}
              </p>
              <div className="prose"><ul>{role.capabilities.map((capability) => <li key={capability}>{t.capabilities[capability as keyof typeof t.capabilities] ?? capability}</li>)}</ul></div>
              {role.key === own ? <p className="small soft">{t.roles.yours}</p> : null}
            </Stack>
          </Card>
        ))}
      </Tiles>
    </>
  );
}
