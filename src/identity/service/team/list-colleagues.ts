import type { Tx } from "../../../platform/db/connect.ts";
import type { Session } from "../../../platform/db/session.ts";
import type { FileViewer } from "../../../platform/web/file-access.ts";
import type { Capability } from "../../model/role-pack.ts";
import { selectColleagues, selectMemberNames } from "../../store/members.ts";

/** A member of the organisation as colleagues may know them. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly personId: string | null;
}

/** Current members, or those whose role holds a capability: whom work can be given to. Any member may know their colleagues' names. */
export async function listColleagues({ actor, read }: Session, { capability, limit = 500 }: { capability?: string; limit?: number } = {}): Promise<Colleague[]> {
  return read((tx) => selectColleagues(tx, actor.orgId, capability, limit));
}

/** Names of accounts that are or were members, by account; for who did or answers for something. */
export async function memberNames(tx: Tx, orgId: string, accountIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(accountIds.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  return new Map((await selectMemberNames(tx, orgId, wanted)).map(({ accountId, name }) => [accountId, name]));
}

/** Colleagues whose role allows something, each once by the first right that lets them; `why` says the right in words. */
export async function viewersByRight({ actor, read }: Session, rights: readonly { readonly capability: Capability; readonly why: string }[]): Promise<FileViewer[]> {
  const found = new Map<string, FileViewer>();
  for (const { capability, why } of rights) {
    for (const { accountId, name } of await read((tx) => selectColleagues(tx, actor.orgId, capability, 500))) if (!found.has(accountId)) found.set(accountId, { name, why });
  }
  return [...found.values()];
}
