import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { findAccount, lockAccount, updateAccount } from "../../store/accounts.ts";
import { deletePasskeys, replaceRecoveryCodes, selectPasskeys } from "../../store/factors.ts";
import { organizationSession, type Ground } from "../ground.ts";
import { requireOwner } from "../sessions/find-visitor.ts";

/** Removes the authenticator app or one passkey. The last factor of somebody whose role needs one stays. */
export async function removeFactor(ground: Ground, token: string | null, factor: { kind: "totp" } | { kind: "passkey"; id: string }): Promise<void> {
  const visitor = await requireOwner(ground, token);
  const own = organizationSession(ground, visitor.orgId, visitor);
  await own.write("identity.remove_factor", null, async (tx) => {
    await lockAccount(tx, visitor.accountId);
    const [account, passkeys] = [await findAccount(tx, visitor.accountId), await selectPasskeys(tx, visitor.accountId)];
    const held = (account?.totpConfirmedAt ? 1 : 0) + passkeys.length;
    const found = factor.kind === "totp" ? account?.totpConfirmedAt : passkeys.some(({ id }) => id === factor.id);
    if (!found) throw new Refusal("not_found", "identity.no_second_factor");
    if (held === 1 && visitor.wantsSecondFactor) throw new Refusal("conflict", "identity.last_second_factor");
    if (factor.kind === "totp") await updateAccount(tx, visitor.accountId, { totpSecret: null, totpConfirmedAt: null });
    else await deletePasskeys(tx, visitor.accountId, factor.id);
    if (held === 1) await replaceRecoveryCodes(tx, visitor.accountId, []);
    await recordAudit(tx, own.actor, { action: "second_factor.removed", subjectKind: "account", subjectId: visitor.accountId, details: { kind: factor.kind } });
    return null;
  });
}
