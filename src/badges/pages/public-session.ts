import { findOrganizationBySlug, type Organization } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import type { Web } from "#platform/web/context.ts";

/** The organisation whose badge is checked, and a session for those without an account. */
export async function publicSession({ installation }: Web, slug: string | undefined): Promise<{ organization: Organization; session: Session }> {
  const organization = await findOrganizationBySlug(installation.db, slug ?? "");
  if (!organization) throw new Refusal("not_found", "platform.not_found");
  return { organization, session: installation.systemSession(organization.id, { name: "公众", role: "public" }) };
}
