import { listPublicOrganizations } from "../../identity/index.ts";
import { endDrafts, TIDY } from "../../messaging/index.ts";
import type { Installation } from "../../platform/web/context.ts";

const EVERY_ORGANISATION = 100_000;

/** Takes away, in every organisation, messages written long ago and never let go. One that fails does not keep the others from theirs. */
export async function endOldDrafts(installation: Installation): Promise<void> {
  for (const { id: orgId } of await listPublicOrganizations(installation.db, EVERY_ORGANISATION)) {
    try {
      await endDrafts(installation.systemSession(orgId, { name: "Linli", role: "system", capabilities: [TIDY] }));
    } catch (error) {
      installation.reportBug(error, "drafts");
    }
  }
}
