import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { isLogin, normalizeLogin } from "../../model/login.ts";
import { insertAccount } from "../../store/accounts.ts";
import { acceptInvitationRow, findOpenInvitation } from "../../store/invitations.ts";
import { insertMembership } from "../../store/memberships.ts";
import { choosePassword } from "../accounts/choose-password.ts";
import { hashToken, organizationSession, type Ground } from "../ground.ts";
import type { Visitor } from "../sessions/find-visitor.ts";
import { provePassword } from "../sessions/sign-in.ts";
import { startSession, type StartedSession } from "../sessions/start-session.ts";
import { findInvitation, type InvitationOffer } from "./find-invitation.ts";

/** Who accepts: somebody new, somebody with an account elsewhere, or somebody signed in already. */
export type Accepting =
  | { readonly as: "new"; readonly login: string; readonly name: string; readonly password: string }
  | { readonly as: "known"; readonly login: string; readonly password: string }
  | { readonly as: "signed_in"; readonly visitor: Visitor };

/** Accepts an invitation once, and signs in to the organisation it leads to. */
export async function acceptInvitation(
  ground: Ground, token: string, accepting: Accepting, { address, agent = "" }: { address: string; agent?: string },
): Promise<StartedSession> {
  const offer = await findInvitation(ground, token);
  if (!offer) throw new Refusal("not_found", "identity.invitation_spent");
  const account = await accountOf(ground, accepting, address, offer);
  const own = organizationSession(ground, offer.orgId, { accountId: account.id ?? account.newId, name: account.name, role: "invited" });
  const accountId = await own.write("identity.accept_invitation", null, async (tx) => {
    const at = ground.now().toISOString();
    const open = await findOpenInvitation(tx, offer.orgId, hashToken(token), at, true);
    if (!open) throw new Refusal("conflict", "identity.invitation_spent");
    const id = account.id ?? (await insertAccount(tx, { id: account.newId, login: account.login, name: account.name, passwordHash: account.passwordHash, isDemo: false }));
    if (!id) throw new Refusal("conflict", "identity.login_taken", { fields: [{ field: "login", reason: "identity.login_taken" }] });
    const membershipId = await insertMembership(tx, { orgId: offer.orgId, accountId: id, role: open.role, personId: open.personId, fromAt: at });
    if (!membershipId) throw new Refusal("conflict", "identity.already_member");
    await acceptInvitationRow(tx, offer.orgId, open.id, { acceptedAt: at, acceptedBy: id });
    await recordAudit(tx, own.actor, { action: "invitation.accepted", subjectKind: "membership", subjectId: membershipId, details: { invitationId: open.id, role: open.role } });
    return id;
  });
  const strong = accepting.as === "signed_in" && accepting.visitor.strong;
  return startSession(ground, { id: accountId, name: account.name }, { by: "invitation", strong, agent, orgId: offer.orgId });
}

type Acceptor = { id: string; name: string; newId: string } | { id: null; newId: string; login: string; name: string; passwordHash: string };

async function accountOf(ground: Ground, accepting: Accepting, address: string, offer: InvitationOffer): Promise<Acceptor> {
  const newId = crypto.randomUUID();
  if (accepting.as === "signed_in") return { id: accepting.visitor.accountId, name: accepting.visitor.name, newId };
  if (accepting.as === "known") return { ...(await provePassword(ground, { login: accepting.login, password: accepting.password, address })), newId };
  const login = normalizeLogin(accepting.login);
  const name = accepting.name.trim();
  if (!isLogin(login)) throw new Refusal("invalid_input", "identity.login_form", { fields: [{ field: "login", reason: "identity.login_form" }] });
  return { id: null, newId, login, name, passwordHash: await choosePassword(accepting.password, [login, name, offer.organization]) };
}
