import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, FormActions, PageHeader, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, submit } from "#platform/web/form.ts";
import { identityText } from "../../messages/index.ts";
import { CAPABILITIES } from "../../model/role-pack.ts";
import { addRole } from "../../service/team/add-role.ts";
import { changeRoleCapabilities } from "../../service/team/change-role-capabilities.ts";
import { listRoles } from "../../service/team/list-roles.ts";
import { CapabilityFields } from "../parts/capability-fields.tsx";
import { FormFrame } from "../parts/form-frame.tsx";
import { useRoleName } from "../parts/role-name.ts";

/** `new` in the address is a role that does not exist yet. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  if (params.role === "new") return { role: null };
  const role = (await listRoles(sessionOf(context))).find(({ key }) => key === params.role);
  if (!role) throw new Refusal("not_found", "identity.no_such_role");
  return { role };
}

const RoleForm = z.object({
  nameZh: z.string().max(40), nameEn: z.string().max(60), capabilities: listOf(z.enum(CAPABILITIES)), version: z.coerce.number().int().optional(),
});

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { version, ...role } = read(RoleForm);
    if (params.role === "new") await addRole(session, role);
    else await changeRoleCapabilities(session, { key: params.role ?? "", ...role, version });
    return redirect("/team/roles");
  });
}

export default function EditRole() {
  const { role } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const roleName = useRoleName(role ? [role] : []);
  const title = role ? roleName(role.key) : t.roles.add;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: t.team.title, to: "/team" }, { label: t.team.tabs.roles, to: "/team/roles" }]} lead={t.roles.lead} />
      <Card>
        <FormFrame result={result} labels={{ nameZh: t.roles.nameZh, nameEn: t.roles.nameEn, capabilities: t.roles.capabilities }}>
          {role ? <input type="hidden" name="version" value={role.version} /> : null}
          <TextField name="nameZh" label={t.roles.nameZh} defaultValue={role?.nameZh} maxLength={40} width={16} />
          <TextField name="nameEn" label={t.roles.nameEn} defaultValue={role?.nameEn} maxLength={60} width={16} />
          <CapabilityFields name="capabilities" label={t.roles.capabilities} chosen={role?.capabilities ?? []} />
          <FormActions><SubmitButton>{role ? t.save : t.roles.addSubmit}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
    </>
  );
}
