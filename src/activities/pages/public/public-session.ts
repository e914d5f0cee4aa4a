import { Refusal } from "#kernel/refusal.ts";
import { findOrganizationBySlug, type Organization } from "#identity/index.ts";
import type { Session } from "#platform/db/session.ts";
import type { Web } from "#platform/web/context.ts";
import { SIGN_UP } from "../../model/policy.ts";

/** Who acts on a public page, as the audit trail names them. */
export const PUBLIC = { name: "公众", role: "public", capabilities: [SIGN_UP] };

/** The organisation behind a public page, and a session of its own for those without an account. */
export async function publicSession({ installation }: Web, slug: string | undefined, key?: unknown): Promise<{ organization: Organization; session: Session }> {
  const organization = await findOrganizationBySlug(installation.db, slug ?? "");
  if (!organization) throw new Refusal("not_found", "platform.not_found");
  return { organization, session: installation.systemSession(organization.id, PUBLIC, typeof key === "string" && key !== "" ? key : undefined) };
}
