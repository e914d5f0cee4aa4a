import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { pathOn, type PathContent, type PathVersion } from "../model/path.ts";
import { insertPath, pathVersions, type StoredPath } from "../store/paths.ts";

/** Writes the organisation's own path, from today on, over the version that was read. */
export async function changePath(session: Session, input: { version: number; note: string; content: PathContent }): Promise<{ version: number }> {
  const { actor, today, now } = session;
  requireCapability(actor, "pathways.manage");
  return session.write("pathways.change_path", input, async (tx) => {
    const last = (await pathVersions(tx, actor.orgId)).at(-1)?.version ?? 0;
    const written = input.version === last && await insertPath(tx, actor.orgId, { version: last + 1, fromOn: today, content: input.content, note: input.note, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    if (!written) throw new Refusal("stale", "platform.changed_meanwhile");
    await recordAudit(tx, actor, { action: "pathway.path_changed", subjectKind: "pathways", subjectId: String(last + 1) });
    return { version: last + 1 };
  });
}

/** The path in force and every version before it, the newest first. */
export async function showPath(session: Session): Promise<{ current: PathVersion; last: number; versions: StoredPath[] }> {
  const { actor, today } = session;
  requireCapability(actor, "pathways.read");
  const versions = await session.read((tx) => pathVersions(tx, actor.orgId));
  return { current: pathOn(versions, today), last: versions.at(-1)?.version ?? 0, versions: versions.toReversed() };
}
