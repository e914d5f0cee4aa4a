import { z } from "zod";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { ProgrammeForm } from "../../model/programme.ts";
import { lockProgramme, updateProgramme } from "../../store/programmes.ts";
import { found } from "../ground.ts";
import { settleWaiting } from "../standing.ts";

export const ProgrammeChange = ProgrammeForm.and(z.object({ programmeId: z.uuid(), version: z.number().int() }));
export type ProgrammeChange = z.output<typeof ProgrammeChange>;

const FIELDS = ["name", "summary", "nextSteps", "contact", "lookedFor", "timeWords", "places", "whenFull", "waitingOrder", "signUpFrom", "signUpUntil"] as const;

/** Changes a programme's words and the days on which it takes sign-ups; its public address stays. */
export async function changeProgramme(session: Session, input: ProgrammeChange): Promise<void> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  await session.write("volunteering.change-programme", input, async (tx) => {
    const { programmeId, version, ...words } = input;
    const current = found(await lockProgramme(tx, actor.orgId, programmeId), "volunteering.programme_not_found");
    expectVersion(current, { ...words, version }, FIELDS);
    await updateProgramme(tx, actor.orgId, programmeId, words, version);
    const changed = FIELDS.filter((field) => current[field] !== words[field]);
    await settleWaiting(session, tx, { ...current, ...words });
    await recordAudit(tx, actor, { action: "programme.changed", subjectKind: "programme", subjectId: programmeId, details: { changed } });
    return null;
  });
}
