import { accountsWithCapability, listPublicOrganizations, openJobSession } from "../../identity/index.ts";
import { sendDigest } from "../../insights/index.ts";
import type { Installation } from "../../platform/web/context.ts";

const EVERY_ORGANISATION = 100_000;

/** Makes the weekly digest of everybody who supervises and whose is due, each with their own rights. One that fails does not keep the others from theirs. */
export async function sendDigests(installation: Installation): Promise<void> {
  for (const { id: orgId, timeZone } of await listPublicOrganizations(installation.db, EVERY_ORGANISATION)) {
    const system = installation.systemSession(orgId, { name: "Linli", role: "system" });
    for (const accountId of await system.read((tx) => accountsWithCapability(tx, orgId, "cases.supervise"))) {
      try {
        const session = await openJobSession(installation, orgId, accountId);
        if (session) await sendDigest(session, timeZone);
      } catch (error) {
        installation.reportBug(error, "digest");
      }
    }
  }
}
