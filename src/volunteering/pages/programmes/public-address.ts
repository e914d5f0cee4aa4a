import { listPublicOrganizations } from "#identity/index.ts";
import type { Web } from "#platform/web/context.ts";

/** The public sign-up page of a programme, beginning with this installation's own address. */
export async function publicAddress({ installation, session }: Web, slug: string): Promise<string | null> {
  const organization = (await listPublicOrganizations(installation.db, 1000)).find(({ id }) => id === session?.actor.orgId);
  return organization ? `${installation.origin}/join/${organization.slug}/${slug}` : null;
}
