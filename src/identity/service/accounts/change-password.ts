import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { findAccount, updateAccount } from "../../store/accounts.ts";
import { revokeSessions } from "../../store/sessions.ts";
import { organizationSession, type Ground } from "../ground.ts";
import { requireOwner } from "../sessions/find-visitor.ts";
import { limitAttempts } from "../sessions/limit-attempts.ts";
import { choosePassword } from "./choose-password.ts";
import { verifyPassword } from "./hash-password.ts";

/** Changes one's own password. The present one is asked for, and every other session ends: whoever knew it is out. */
export async function changePassword(
  ground: Ground, token: string | null, { current, password, address }: { current: string; password: string; address: string },
): Promise<void> {
  const visitor = await requireOwner(ground, token);
  const account = await findAccount(ground.db, visitor.accountId);
  if (account?.passwordHash) {
    const fits = await limitAttempts(ground, { kind: "password", subject: account.login, address }, async () =>
      (await verifyPassword(account.passwordHash, current)) || null);
    if (!fits) throw new Refusal("invalid_input", "identity.wrong_current_password", { fields: [{ field: "current", reason: "identity.wrong_current_password" }] });
  }
  const passwordHash = await choosePassword(password, [visitor.login, visitor.name, visitor.orgName]);
  const own = organizationSession(ground, visitor.orgId, visitor);
  await own.write("identity.change_password", null, async (tx) => {
    await updateAccount(tx, visitor.accountId, { passwordHash });
    await revokeSessions(tx, visitor.accountId, ground.now(), { except: visitor.sessionId });
    await recordAudit(tx, own.actor, { action: "password.changed", subjectKind: "account", subjectId: visitor.accountId });
    return null;
  });
}
