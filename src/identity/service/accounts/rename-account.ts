import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { expectVersion } from "../../../platform/db/version.ts";
import { findAccount, lockAccount, updateAccount } from "../../store/accounts.ts";

/** Changes the name shown beside what one does. */
export async function renameAccount({ actor, write }: Session, input: { name: string; version?: number | undefined }): Promise<void> {
  await write("identity.rename_account", input, async (tx) => {
    await lockAccount(tx, actor.accountId);
    const account = await findAccount(tx, actor.accountId);
    if (!account) throw new Refusal("not_found", "identity.no_such_login");
    expectVersion({ name: account.name, version: account.version }, { name: input.name, ...(input.version !== undefined && { version: input.version }) }, ["name"]);
    if (account.name === input.name) return null;
    await updateAccount(tx, actor.accountId, { name: input.name });
    await recordAudit(tx, actor, { action: "account.renamed", subjectKind: "account", subjectId: actor.accountId, details: { before: account.name, after: input.name } });
    return null;
  });
}
