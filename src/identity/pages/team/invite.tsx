import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, fill, FormActions, PageHeader, Select, Stack, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { identityText } from "../../messages/index.ts";
import { inviteMember } from "../../service/team/invite-member.ts";
import { listRoles } from "../../service/team/list-roles.ts";
import { FormFrame } from "../parts/form-frame.tsx";
import { useRoleName } from "../parts/role-name.ts";
import { ShownOnce } from "../parts/shown-once.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  return { roles: await listRoles(sessionOf(context)) };
}

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit<unknown>(request, web.lang, async ({ read }) => {
    const { name, role } = read(z.object({ name: z.string().max(80), role: z.string().max(40) }));
    const { token } = await inviteMember(sessionOf(context), { name, role });
    return { invited: { name, link: `${web.installation.origin}/invite/${token}` } };
  });
}

export default function Invite() {
  const { roles } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const roleName = useRoleName(roles);
  const invited = typeof result === "object" && result !== null && "invited" in result ? (result.invited as { name: string; link: string }) : null;
  return (
    <>
      <title>{t.team.invite}</title>
      <PageHeader title={t.team.invite} crumbs={[{ label: t.team.title, to: "/team" }]} lead={t.team.inviteLead} />
      {invited ? (
        <Card title={fill(t.team.linkTitle, invited)}>
          <Stack space="wide">
            <ShownOnce label={t.team.link} value={invited.link}>{t.team.linkLead}</ShownOnce>
            <FormActions><ButtonLink to="/team">{t.back}</ButtonLink></FormActions>
          </Stack>
        </Card>
      ) : (
        <Card>
          <FormFrame result={result}>
            <TextField name="name" label={t.team.inviteName} maxLength={80} width={16} autoComplete="off" />
            <Select name="role" label={t.role} options={roles.map(({ key }) => ({ value: key, label: roleName(key) }))} />
            <FormActions><SubmitButton>{t.team.inviteSubmit}</SubmitButton></FormActions>
          </FormFrame>
        </Card>
      )}
    </>
  );
}
