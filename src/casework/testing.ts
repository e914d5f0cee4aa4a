import { PersonId } from "#kernel/ids.ts";
import type { Session } from "#platform/db/session.ts";
import type { CaseStep } from "./model/cases/decide-step.ts";
import type { HeardNeed } from "./model/need.ts";
import { openCase, type NewCase } from "./service/cases/open-case.ts";
import { stepCase } from "./service/cases/step-case.ts";
import { recordNeed } from "./service/record-need.ts";

/** What a need takes to be written down, read and changed. */
export const NEED_CAPABILITIES = ["people.read", "people.write", "outreach.work"] as const;
/** What a worker with cases may do. */
export const CASE_CAPABILITIES = [...NEED_CAPABILITIES, "cases.work"] as const;

/** A need as it is heard. */
export function aNeed(personId: string, over: Partial<HeardNeed> = {}): HeardNeed {
  return { personId: PersonId.parse(personId), code: "company.friend", priority: "soon", source: "client", words: "想有人一起打球", heardOn: "2026-11-20", ...over };
}

/** Writes down one need; its id. */
export async function givenNeed(session: Session, personId: string, over: Partial<HeardNeed> = {}): Promise<string> {
  return (await recordNeed(session, aNeed(personId, over))).needId;
}

/** Opens a case; its id. The session needs `cases.work`. */
export async function givenCase(session: Session, personId: string, over: Partial<NewCase> = {}): Promise<string> {
  return (await openCase(session, { personId, words: "妈妈来说，他两年没有出门了。", openedOn: "2026-11-02", ...over })).caseId;
}

/** Takes steps with a case, one after another, from version `from`; the version after them. */
export async function givenSteps(session: Session, caseId: string, from: number, ...steps: readonly CaseStep[]): Promise<number> {
  let version = from;
  for (const step of steps) ({ version } = await stepCase(session, { caseId, version, onDay: session.today, step }));
  return version;
}
