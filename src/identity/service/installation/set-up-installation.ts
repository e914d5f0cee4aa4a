import { timingSafeEqual } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { insertMembership } from "../../store/memberships.ts";
import { insertInstallation, selectInstallation } from "../../store/organizations.ts";
import { insertAccount } from "../../store/accounts.ts";
import { isLogin, normalizeLogin } from "../../model/login.ts";
import { choosePassword } from "../accounts/choose-password.ts";
import { hashToken, organizationSession, type Ground } from "../ground.ts";
import { limitAttempts } from "../sessions/limit-attempts.ts";
import { startSession, type StartedSession } from "../sessions/start-session.ts";
import { foundOrganization } from "./create-organization.ts";

export interface SetUp {
  /** As printed in the terminal. */
  readonly code: string;
  readonly organization: { readonly name: string; readonly slug: string };
  readonly admin: { readonly login: string; readonly name: string; readonly password: string };
  readonly address?: string;
  readonly agent?: string;
}

/** Founds the first organisation and its first administrator, who is then signed in. Possible once, with the code. */
export async function setUpInstallation(ground: Ground & { setupCode: string | null }, setUp: SetUp): Promise<StartedSession> {
  await refuseWrongCode(ground, setUp);
  const login = normalizeLogin(setUp.admin.login);
  if (!isLogin(login)) throw new Refusal("invalid_input", "identity.login_form", { fields: [{ field: "login", reason: "identity.login_form" }] });
  const name = setUp.admin.name.trim();
  const passwordHash = await choosePassword(setUp.admin.password, [login, name, setUp.organization.name]);
  const founded = await ground.db.transaction().execute(async (tx) => {
    if (!(await insertInstallation(tx, "normal"))) throw new Refusal("conflict", "identity.already_set_up");
    const orgId = await foundOrganization(tx, ground.masterKey, setUp.organization);
    const accountId = await insertAccount(tx, { login, name, passwordHash, isDemo: false });
    if (!accountId) throw new Refusal("conflict", "identity.login_taken");
    const fromAt = ground.now().toISOString();
    const membershipId = await insertMembership(tx, { orgId, accountId, role: "admin", personId: null, fromAt });
    const { actor } = organizationSession(ground, orgId, { accountId, name, role: "admin" });
    await recordAudit(tx, actor, { action: "membership.began", subjectKind: "membership", subjectId: membershipId!, details: { accountId, role: "admin" } });
    return { accountId, orgId };
  });
  return startSession(ground, { id: founded.accountId, name }, { by: "set_up", strong: false, orgId: founded.orgId, ...(setUp.agent && { agent: setUp.agent }) });
}

async function refuseWrongCode(ground: Ground & { setupCode: string | null }, { code, address = "" }: SetUp): Promise<void> {
  const { setupCode } = ground;
  if (setupCode === null || (await selectInstallation(ground.db)).organizations > 0) throw new Refusal("conflict", "identity.already_set_up");
  const fits = await limitAttempts(ground, { kind: "set_up", subject: "installation", address }, async () =>
    timingSafeEqual(hashToken(plainCode(code)), hashToken(plainCode(setupCode))) || null);
  if (!fits) throw new Refusal("forbidden", "identity.wrong_code", { fields: [{ field: "setupCode", reason: "identity.wrong_code" }] });
}

/** However it was copied: blanks, hyphens and case do not count. */
const plainCode = (code: string) => code.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
