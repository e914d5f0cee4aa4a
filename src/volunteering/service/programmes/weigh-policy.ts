import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { volunteerStatus, type Status } from "../../model/pathway/volunteer-status.ts";
import { selectFactsByVolunteer } from "../../store/facts.ts";
import { selectPolicies } from "../../store/policies.ts";
import { selectVolunteers } from "../../store/volunteers.ts";
import { birthOf, readProgramme } from "../ground.ts";
import { type NewPolicy, policyOf } from "./adopt-policy.ts";

/** How many volunteers change from one status to another on the day a version takes effect. */
export interface StatusChange {
  readonly from: Status;
  readonly to: Status;
  readonly volunteers: number;
}

/** What a version would do on its first day to those in the programme now, before anybody adopts it. */
export async function weighPolicy(session: Session, { programmeId, ...form }: NewPolicy): Promise<StatusChange[]> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  return session.read(async (tx) => {
    await readProgramme(tx, actor, programmeId);
    const earlier = await selectPolicies(tx, actor.orgId, programmeId);
    const next = [...earlier, policyOf(form, (earlier.at(-1)?.version ?? 0) + 1)];
    const volunteers = await selectVolunteers(tx, actor.orgId, [programmeId]);
    const facts = await selectFactsByVolunteer(tx, actor.orgId, [programmeId]);
    const cards = await personCards(tx, actor.orgId, volunteers.map(({ personId }) => personId));
    const changes = new Map<string, StatusChange>();
    for (const { id, personId } of volunteers) {
      const file = { birthOn: birthOf(cards.get(personId)), facts: facts.get(id) ?? [] };
      const from = volunteerStatus(earlier, file, form.effectiveOn).status;
      const to = volunteerStatus(next, file, form.effectiveOn).status;
      const known = changes.get(`${from} ${to}`);
      if (from !== to) changes.set(`${from} ${to}`, { from, to, volunteers: (known?.volunteers ?? 0) + 1 });
    }
    return [...changes.values()].sort((a, b) => b.volunteers - a.volunteers);
  });
}
