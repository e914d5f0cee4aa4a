import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { normalizeLogin } from "../../model/login.ts";
import { findAccountByLogin, updateAccount } from "../../store/accounts.ts";
import { deletePasskeys, replaceRecoveryCodes } from "../../store/factors.ts";
import { standingOf } from "../../store/memberships.ts";
import { revokeSessions } from "../../store/sessions.ts";
import { organizationSession, type Ground } from "../ground.ts";

/**
 * For the operator at the machine's own terminal, when somebody lost phone and recovery codes: removes every second factor and
 * ends all sessions; the next sign-in sets up a new one. Noted in every organisation the account belongs to.
 */
export async function resetSecondFactor(ground: Ground, login: string): Promise<{ name: string; organizations: number }> {
  const account = await findAccountByLogin(ground.db, normalizeLogin(login));
  if (!account) throw new Refusal("not_found", "identity.no_such_login");
  await ground.db.transaction().execute(async (tx) => {
    await updateAccount(tx, account.id, { totpSecret: null, totpConfirmedAt: null });
    await deletePasskeys(tx, account.id);
    await replaceRecoveryCodes(tx, account.id, []);
    await revokeSessions(tx, account.id, ground.now());
  });
  const standing = await standingOf(ground.db, account.id, null, ground.now());
  for (const { orgId } of standing) {
    const system = organizationSession(ground, orgId, { name: "linli accounts", role: "operator" });
    await system.write("identity.reset_second_factor", null, (tx) =>
      recordAudit(tx, system.actor, { action: "second_factor.reset", subjectKind: "account", subjectId: account.id }));
  }
  return { name: account.name, organizations: standing.length };
}
