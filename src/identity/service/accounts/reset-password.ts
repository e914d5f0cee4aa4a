import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { findAccount, updateAccount } from "../../store/accounts.ts";
import { findCeremony, takeCeremony } from "../../store/ceremonies.ts";
import { revokeSessions } from "../../store/sessions.ts";
import { hashToken, organizationSession, type Ground } from "../ground.ts";
import { choosePassword } from "./choose-password.ts";

/** Whose password a link is for; null when it was used or is too old. */
export async function findPasswordLink({ db, now }: Ground, token: string): Promise<{ name: string; login: string } | null> {
  const ceremony = await findCeremony(db, hashToken(token), "password_reset", now());
  const account = ceremony?.accountId ? await findAccount(db, ceremony.accountId) : undefined;
  return account && !account.disabledAt ? { name: account.name, login: account.login } : null;
}

/** Chooses a new password with a link. The second factor stays as it is, every session ends. */
export async function resetPassword(ground: Ground, token: string, password: string): Promise<void> {
  const link = await findPasswordLink(ground, token);
  if (!link) throw new Refusal("not_found", "identity.link_spent");
  const passwordHash = await choosePassword(password, [link.login, link.name]);
  const taken = await takeCeremony<{ orgId: string }>(ground.db, hashToken(token), "password_reset", ground.now());
  if (!taken?.accountId) throw new Refusal("not_found", "identity.link_spent");
  const accountId = taken.accountId;
  const own = organizationSession(ground, taken.facts.orgId, { accountId, name: link.name, role: "link" });
  await own.write("identity.reset_password", null, async (tx) => {
    await updateAccount(tx, accountId, { passwordHash });
    await revokeSessions(tx, accountId, ground.now());
    await recordAudit(tx, own.actor, { action: "password.reset", subjectKind: "account", subjectId: accountId });
    return null;
  });
}
