import type { Session } from "#platform/db/session.ts";
import { listImports, type ListedImport } from "./list-imports.ts";

/** Imports that were read, or stopped, and wait for a person; nothing for those who may not import. For 今天. */
export async function listWaitingImports(session: Session): Promise<Pick<ListedImport, "id" | "fileName" | "status" | "uploadedAt">[]> {
  if (!session.actor.capabilities.has("register.import")) return [];
  const { rows } = await listImports(session);
  return rows.filter(({ status }) => status === "ready" || status === "stopped" || status === "check_stopped" || status === "undo_stopped")
    .map(({ id, fileName, status, uploadedAt }) => ({ id, fileName, status, uploadedAt }));
}
