import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { updateAccount } from "../../store/accounts.ts";
import { organizationSession, type Ground } from "../ground.ts";
import { requireOwner } from "../sessions/find-visitor.ts";
import { limitAttempts } from "../sessions/limit-attempts.ts";
import { strengthenSession } from "../sessions/strengthen-session.ts";
import type { StartedSession } from "../sessions/start-session.ts";
import { checkTotp } from "./check-totp.ts";
import { makeRecoveryCodes } from "./recovery-codes.ts";

/** Takes an authenticator app into use once it shows a code that fits; answers the recovery codes, this once. */
export async function confirmTotp(
  ground: Ground, token: string | null, { code, address }: { code: string; address: string },
): Promise<{ recoveryCodes: string[]; session: StartedSession }> {
  const visitor = await requireOwner(ground, token);
  const own = organizationSession(ground, visitor.orgId, visitor);
  const recoveryCodes = await limitAttempts(ground, { kind: "second_factor", subject: visitor.accountId, address }, () =>
    own.write("identity.confirm_totp", null, async (tx) => {
      if (!(await checkTotp(ground, tx, visitor.accountId, code, { confirmed: false }))) return null;
      await updateAccount(tx, visitor.accountId, { totpConfirmedAt: ground.now().toISOString() });
      await recordAudit(tx, own.actor, { action: "second_factor.added", subjectKind: "account", subjectId: visitor.accountId, details: { kind: "totp" } });
      return makeRecoveryCodes(tx, ground.masterKey, visitor.accountId);
    }));
  if (!recoveryCodes) throw new Refusal("invalid_input", "identity.wrong_second_factor", { fields: [{ field: "code", reason: "identity.wrong_second_factor" }] });
  return { recoveryCodes, session: await strengthenSession(ground, visitor, "totp") };
}
