import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { type AgreementTemplate, selectTemplates } from "../../store/agreements.ts";
import { selectPolicies, type StoredPolicy } from "../../store/policies.ts";
import type { Programme } from "../../store/programmes.ts";
import { readProgramme } from "../ground.ts";

export interface ProgrammeFile {
  readonly programme: Programme;
  /** Oldest first. */
  readonly policies: readonly StoredPolicy[];
  /** The latest text of each agreement. */
  readonly templates: readonly AgreementTemplate[];
}

/** One programme with its policy versions and agreement texts. */
export async function showProgramme(session: Session, programmeId: string): Promise<ProgrammeFile> {
  const { actor } = session;
  requireCapability(actor, "volunteers.read");
  return session.read(async (tx) => ({
    programme: await readProgramme(tx, actor, programmeId),
    policies: await selectPolicies(tx, actor.orgId, programmeId),
    templates: await selectTemplates(tx, actor.orgId, programmeId),
  }));
}

