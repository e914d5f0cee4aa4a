import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { revokeAccessTokenRow } from "../../store/access-tokens.ts";

/** Makes one of one's own access tokens void at once. */
export async function revokeAccessToken({ actor, now, write }: Session, input: { tokenId: string }): Promise<void> {
  await write("identity.revoke_access_token", input, async (tx) => {
    if (!(await revokeAccessTokenRow(tx, actor.orgId, actor.accountId, input.tokenId, now.toISOString()))) throw new Refusal("not_found", "identity.no_such_token");
    await recordAudit(tx, actor, { action: "access_token.revoked", subjectKind: "access_token", subjectId: input.tokenId });
    return null;
  });
}
