import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { takeRecoveryCode } from "../../store/factors.ts";
import { organizationSession, type Ground } from "../ground.ts";
import { requireVisitor, type Visitor } from "../sessions/find-visitor.ts";
import { limitAttempts } from "../sessions/limit-attempts.ts";
import type { StartedSession } from "../sessions/start-session.ts";
import { strengthenSession } from "../sessions/strengthen-session.ts";
import { checkTotp } from "./check-totp.ts";
import { hashRecoveryCode } from "./recovery-codes.ts";

/** The second step of signing in: six digits of the authenticator app, or one of the recovery codes. */
export async function showSecondFactor(ground: Ground, token: string | null, { code, address }: { code: string; address: string }): Promise<StartedSession> {
  const visitor = await requireVisitor(ground, token);
  const by = await limitAttempts(ground, { kind: "second_factor", subject: visitor.accountId, address }, () => check(ground, visitor, code));
  if (by) return strengthenSession(ground, visitor, by);
  const own = organizationSession(ground, visitor.orgId, visitor);
  await own.write("identity.refuse_second_factor", null, (tx) =>
    recordAudit(tx, own.actor, { action: "second_factor.refused", subjectKind: "account", subjectId: visitor.accountId }));
  throw new Refusal("invalid_input", "identity.wrong_second_factor", { fields: [{ field: "code", reason: "identity.wrong_second_factor" }] });
}

async function check(ground: Ground, { accountId }: Visitor, code: string): Promise<"totp" | "recovery_code" | null> {
  if (await checkTotp(ground, ground.db, accountId, code, { confirmed: true })) return "totp";
  const codeHash = hashRecoveryCode(ground.masterKey, accountId, code);
  const taken = codeHash !== null && (await takeRecoveryCode(ground.db, accountId, codeHash, ground.now().toISOString()));
  return taken ? "recovery_code" : null;
}
