import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { selectImport, selectImports, type SignUpImport } from "../../store/imports.ts";
import { found, readProgramme } from "../ground.ts";

/** A programme's imports, the latest first. */
export async function listImports(session: Session, programmeId: string): Promise<SignUpImport[]> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  return session.read(async (tx) => {
    await readProgramme(tx, actor, programmeId);
    return selectImports(tx, actor.orgId, programmeId);
  });
}

/** One import without its rows. */
export async function findImport(session: Session, importId: string): Promise<SignUpImport> {
  requireCapability(session.actor, "volunteers.manage");
  return session.read(async (tx) => found(await selectImport(tx, session.actor.orgId, importId), "volunteering.import_not_found"));
}
