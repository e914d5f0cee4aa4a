import { findOrganizationBySlug, type Organization } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import type { Web } from "#platform/web/context.ts";
import { RECEIVE } from "../model/policy.ts";

/** The organisation behind the address, and a session for whoever holds a sealed code. */
export async function receiverSession({ installation }: Web, slug: string | undefined, key?: unknown): Promise<{ organization: Organization; session: Session }> {
  const organization = await findOrganizationBySlug(installation.db, slug ?? "");
  if (!organization) throw new Refusal("not_found", "platform.not_found");
  return { organization, session: installation.systemSession(organization.id, { name: "收信人", role: "public", capabilities: [RECEIVE] }, typeof key === "string" && key !== "" ? key : undefined) };
}
