import { listPublicOrganizations } from "#identity/index.ts";
import type { Session } from "#platform/db/session.ts";

/** The public name in addresses of the organisation somebody is signed in to. */
export async function organizationSlug(db: Parameters<typeof listPublicOrganizations>[0], { actor }: Session): Promise<string> {
  return (await listPublicOrganizations(db)).find(({ id }) => id === actor.orgId)?.slug ?? "";
}
