import { Refusal } from "#kernel/refusal.ts";
import { memberNames } from "#identity/index.ts";
import { listPersonRows, personCards } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { CaseRow } from "../../store/cases/cases.ts";
import { casesOf } from "./cases-of.ts";
import { readableCases } from "./access-case.ts";

const MOST_FOUND = 20;

/** What an intake begins with: the person, and what cases they have already; or whom a search finds. */
export async function prepareCase(session: Session, { personId, q }: { personId?: string | undefined; q?: string | undefined }) {
  const { actor, today } = session;
  requireCapability(actor, "cases.work");
  return session.read(async (tx) => {
    if (!personId) {
      const { rows } = q ? await listPersonRows(tx, actor.orgId, { q }, today, { limit: MOST_FOUND }) : { rows: [] };
      const places = await unitNames(tx, actor.orgId, rows.flatMap(({ communityId }) => communityId ?? []));
      return { person: null, cases: [], found: rows.map(({ id, name, communityId }) => ({ id, name, communityName: communityId === null ? null : places.get(communityId)?.name ?? null })) };
    }
    const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
    if (!card || card.withheldOn !== null) throw new Refusal("not_found", "case.person_not_found");
    return { person: { id: card.id, name: card.name }, found: [], cases: (await personCases(session, tx, card.id)).filter(({ standing }) => standing !== "closed") };
  });
}

export async function personCases(session: Session, tx: Tx, personId: string) {
  return knownCases(session, tx, (await casesOf(tx, session.actor.orgId, [personId])).get(personId) ?? []);
}

/** Cases as a colleague may know of them: that there is one and whom to ask; more only for those who may open it. */
export async function knownCases(session: Session, tx: Tx, cases: readonly CaseRow[]) {
  const { orgId } = session.actor;
  const readable = await readableCases(session, tx, cases.map(({ caseId }) => caseId));
  const names = await memberNames(tx, orgId, cases.map(({ workerId }) => workerId));
  return cases.map(({ caseId, reference, stage, standing, workerId }) => ({ caseId, reference, stage, standing, workerName: names.get(workerId) ?? "", mayOpen: readable.has(caseId) }));
}
