import { daysBetween } from "#kernel/calendar.ts";
import { outreachContacts } from "#outreach/index.ts";
import { personCards, personIdsOf } from "#people/index.ts";
import { listUnits } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { lastMetByResident, listSilentPairs } from "#visits/index.ts";
import { PLAN } from "../../model/policy.ts";
import { unitPoints } from "../../model/unit-point.ts";
import { selectVisits } from "../../store/visits.ts";
import { readPlan, whoDeclines } from "../ground.ts";

/** Somebody who could be visited, with why they stand where they stand in the list. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly communityName: string | null;
  readonly laneName: string | null;
  /** The last day anybody met or tried them; null where nothing is known. */
  readonly lastOn: string | null;
  readonly quietDays: number | null;
  readonly dueOn: string | null;
  readonly onMap: boolean;
  readonly chosen: boolean;
}

export interface CandidateFilter {
  readonly communityId?: string | undefined;
  readonly q?: string | undefined;
  /** Only who is due or has gone silent. */
  readonly waiting?: boolean | undefined;
}

/** As many as one list shows; a filter narrows. */
const SHOWN = 60;

/** Residents in the order in which they have waited: due or silent first, then the longest without contact. Who refused is left out. */
export async function listCandidates(session: Session, planId: string, filter: CandidateFilter = {}): Promise<{ rows: Candidate[]; more: number; communities: { id: string; name: string }[] }> {
  const { actor, today } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const silent = new Map((await listSilentPairs(session)).map((pair) => [pair.residentId, pair.quietDays]));
  return session.write(`routing.list_candidates|${planId}`, null, async (tx) => {
    const plan = await readPlan(tx, actor.orgId, planId);
    const standing = await waitingOf(tx, actor.orgId, silent);
    const asked = await personIdsOf(tx, actor.orgId, { role: "service_user", living: true, ...(filter.communityId && { communityIds: [filter.communityId] }), ...(filter.q && { q: filter.q }) }, today);
    const declines = await whoDeclines(tx, actor.orgId, asked, plan.onDay);
    const fit = asked.filter((id) => !declines.has(id) && (!filter.waiting || standing.isWaiting(id, plan.onDay)));
    const ordered = fit.map((id) => ({ id, key: standing.keyOf(id, plan.onDay) })).sort((a, b) => b.key - a.key).map(({ id }) => id);
    const shown = ordered.slice(0, SHOWN);
    const [cards, units, chosen] = [await personCards(tx, actor.orgId, shown), await listUnits(tx, actor.orgId, { on: plan.onDay }), new Set((await selectVisits(tx, actor.orgId, planId)).map(({ personId }) => personId))];
    const pointOf = unitPoints(units);
    await recordAudit(tx, actor, { action: "route.candidates_read", subjectKind: "route", subjectId: planId, details: { rows: shown.length } });
    const rows = shown.flatMap((id): Candidate[] => {
      const card = cards.get(id);
      return card ? [{
        personId: id, name: card.preferredName ?? card.name, communityName: card.communityName, laneName: card.laneName, ...standing.factsOf(id),
        onMap: (pointOf(card.laneId) ?? pointOf(card.communityId)) !== null, chosen: chosen.has(id),
      }] : [];
    });
    return { rows, more: ordered.length - shown.length, communities: units.filter(({ kind }) => kind === "community").map(({ id, name }) => ({ id, name })) };
  });
}

async function waitingOf(tx: Tx, orgId: string, silent: ReadonlyMap<string, number>) {
  const [met, contacts] = [await lastMetByResident(tx, orgId), new Map((await outreachContacts(tx, orgId)).map((one) => [one.personId, one]))];
  const factsOf = (id: string) => {
    const days = [met.get(id), contacts.get(id)?.lastOn].filter((day) => day != null).sort();
    return { lastOn: days.at(-1) ?? null, quietDays: silent.get(id) ?? null, dueOn: contacts.get(id)?.dueOn ?? null };
  };
  const isWaiting = (id: string, on: string) => silent.has(id) || (contacts.get(id)?.dueOn ?? "9999-12-31") <= on;
  /** Waiting people come before all others; among each, days since the last contact, whoever was never met at the head. */
  const keyOf = (id: string, on: string) => {
    const { lastOn } = factsOf(id);
    return (isWaiting(id, on) ? 1e6 : 0) + (lastOn === null ? 36_500 : daysBetween(lastOn, on));
  };
  return { factsOf, isWaiting, keyOf };
}
