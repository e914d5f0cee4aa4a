import { listColleagues } from "#identity/index.ts";
import { listUnits } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { openNames } from "../../store/cases/case-rules.ts";

export interface Choice { readonly id: string; readonly name: string }
/** What forms and filters of cases offer. */
export interface CaseChoices {
  readonly workers: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly programmes: readonly Choice[];
  readonly communities: readonly Choice[];
}

/** Colleagues who may work on cases, teams, programmes and communities to choose from. */
export async function caseChoices(session: Session): Promise<CaseChoices> {
  requireCapability(session.actor, "cases.work");
  const { orgId } = session.actor;
  const workers = (await listColleagues(session, { capability: "cases.work" })).map(({ accountId, name }) => ({ id: accountId, name }));
  return session.read(async (tx) => ({
    workers, teams: await openNames(tx, orgId, "teams"), programmes: await openNames(tx, orgId, "programmes"),
    communities: (await listUnits(tx, orgId, { on: session.today, kinds: ["community"] })).map(({ id, name }) => ({ id, name })),
  }));
}
