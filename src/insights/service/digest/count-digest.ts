import { casesWithin, countsHere, teamCases } from "#casework/index.ts";
import { listOverdue } from "#encounters/index.ts";
import { listDuePlanWork } from "#planning/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { countNewIncidents } from "#safeguarding/index.ts";
import { listSilentPairs } from "#visits/index.ts";
import { fitsShow } from "../../model/carers.ts";
import { loadOf, NEW_DAYS, type DigestFigures } from "../../model/digest/digest.ts";
import { carersNear, mayReadCarers } from "../carers/near-carers.ts";

const DAY_MS = 86_400_000;
/** More than any supervisor has. */
const ALL = 100_000;

/** Who may have a digest. */
export const SUPERVISE = "cases.supervise";

/** What waits with the teams somebody supervises, counted with their own rights: of persons whom only other teams look after, nothing. */
export async function countDigest(session: Session): Promise<DigestFigures> {
  const { actor: { orgId, accountId, capabilities }, today, now } = session;
  requireCapability(session.actor, SUPERVISE);
  const { teamIds, cases } = await teamCases(session);
  const [own, here] = [casesWithin(cases, teamIds), countsHere(cases, teamIds)];
  const incidents = await countNewIncidents(session, new Date(now.getTime() - NEW_DAYS * DAY_MS));
  const lines = {
    ...(incidents !== null && { incidents }),
    ...(capabilities.has("encounters.read") && { overdue: (await listOverdue(session, ALL)).filter(({ personId }) => here(personId)).length }),
    ...(capabilities.has("visits.read") && { silent: (await listSilentPairs(session)).filter(({ residentId }) => here(residentId)).length }),
    approvals: own.filter(({ approvalBy }) => approvalBy !== null && approvalBy !== accountId).length,
    reviews: own.filter(({ reviewOn }) => reviewOn !== null && reviewOn < today).length,
    ...(capabilities.has("plans.work") && { plans: (await listDuePlanWork(session, ALL)).reviews.filter(({ personId }) => here(personId)).length }),
    ...(mayReadCarers(session) && { strained: (await session.read((tx) => carersNear(tx, orgId, today, null))).filter((row) => fitsShow("strained", row, today) && row.forIds.some(here)).length }),
  };
  return { lines, load: loadOf(own, today) };
}
