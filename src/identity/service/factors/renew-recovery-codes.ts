import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { organizationSession, type Ground } from "../ground.ts";
import { requireOwner } from "../sessions/find-visitor.ts";
import { makeRecoveryCodes } from "./recovery-codes.ts";

/** New recovery codes; the old ones no longer work. Shown this once. */
export async function renewRecoveryCodes(ground: Ground, token: string | null): Promise<string[]> {
  const visitor = await requireOwner(ground, token);
  if (!visitor.hasFactor) throw new Refusal("conflict", "identity.no_second_factor");
  const own = organizationSession(ground, visitor.orgId, visitor);
  return own.write("identity.renew_recovery_codes", null, async (tx) => {
    await recordAudit(tx, own.actor, { action: "recovery_codes.renewed", subjectKind: "account", subjectId: visitor.accountId });
    return makeRecoveryCodes(tx, ground.masterKey, visitor.accountId);
  });
}
