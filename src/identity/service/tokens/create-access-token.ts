import { randomBytes, randomUUID } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { composeOrgToken } from "../../model/org-token.ts";
import type { TOKEN_LIFETIMES_DAYS } from "../../model/token-lifetime.ts";
import { insertAccessToken } from "../../store/access-tokens.ts";
import { hashToken } from "../ground.ts";

export interface NewAccessToken {
  readonly name: string;
  /** Capabilities of one's own; a token never allows more than its owner may do at the moment it is used. */
  readonly scopes: readonly string[];
  readonly lifetimeDays: (typeof TOKEN_LIFETIMES_DAYS)[number];
}

/** Makes a personal access token for programs; it is shown this once. */
export async function createAccessToken({ actor, now, write }: Session, input: NewAccessToken): Promise<{ id: string; token: string; expiresAt: string }> {
  const foreign = input.scopes.filter((scope) => !actor.capabilities.has(scope));
  if (foreign.length > 0 || input.scopes.length === 0) {
    throw new Refusal("invalid_input", "identity.scope_not_held", { fields: [{ field: "scopes", reason: "identity.scope_not_held" }] });
  }
  const id = randomUUID();
  const token = composeOrgToken("access", actor.orgId, randomBytes(32));
  const expiresAt = new Date(now.getTime() + input.lifetimeDays * 86_400_000).toISOString();
  const kept = await write("identity.create_access_token", input, async (tx) => {
    await insertAccessToken(tx, {
      orgId: actor.orgId, id, accountId: actor.accountId, name: input.name, tokenHash: hashToken(token), scopes: [...input.scopes], strong: actor.strong,
      createdAt: now.toISOString(), expiresAt,
    });
    await recordAudit(tx, actor, { action: "access_token.made", subjectKind: "access_token", subjectId: id, details: { scopes: input.scopes, expiresAt } });
    return id;
  });
  if (kept !== id) throw new Refusal("conflict", "identity.shown_once");
  return { id, token, expiresAt };
}
