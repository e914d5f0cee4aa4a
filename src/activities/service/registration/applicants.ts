import { addDays, ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards, rolesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { whoMayServe } from "#volunteering/index.ts";
import { type Applicant, hindrancesOf, populationsOf } from "../../model/rules.ts";
import type { Role } from "../../model/terms.ts";
import type { Standing } from "../../model/waiting/waiting-list.ts";
import { pastOf } from "../../store/registrations.ts";
import { familyOf } from "../../store/series.ts";
import type { Planned } from "../ground.ts";

/** Days back over which somebody who stayed away without a word is remembered. */
const MISSED_DAYS = 90;

/** Somebody who wants to come: all their records, whether they may, and how they stand in the order of the waiting list. */
export interface Comer { readonly personId: string; readonly records: readonly string[]; readonly standing: Standing; readonly doubtful: boolean }

/** Refuses who may not take part, naming the rule. `leaveToStaff` leaves what only a file tells to a worker, so that a public answer tells nothing of it. */
export async function readComer(session: Session, tx: Tx, { occasion, series }: Planned, personId: string, role: Exclude<Role, "companion">, { leaveToStaff = false } = {}): Promise<Comer> {
  const { actor: { orgId }, today } = session;
  const card = (await personCards(tx, orgId, [personId])).get(personId);
  if (!card || card.deceasedOn !== null || card.withheldOn !== null) throw new Refusal("not_found", "activities.person_not_found");
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [personId];
  const carer = ((await rolesOf(tx, orgId, [personId])).get(personId) ?? []).some(({ role: one, untilOn }) => one === "carer" && (untilOn === null || untilOn > occasion.onDay));
  const age = card.birthOn === null ? null : ageOn(card.birthOn, occasion.onDay);
  const homebound = card.longAtHome === "yes";
  const who: Applicant = { age, communityId: card.communityId, populations: populationsOf({ age, homebound, carer, disabled: card.disabilityType !== null || card.disabilityGrade !== null }) };
  const hindrances = role === "participant" ? hindrancesOf(series.rules.eligibility, who) : [];
  if (hindrances.length > 0 && !leaveToStaff) throw new Refusal("conflict", `activities.${hindrances[0]!}`);
  if (role === "volunteer" && !(await whoMayServe(tx, orgId, [card.id], occasion.onDay)).has(card.id)) throw new Refusal("conflict", "activities.not_approved");
  const past = await pastOf(tx, orgId, records, await familyOf(tx, orgId, series.id), addDays(today, -MISSED_DAYS), today);
  const { communityIds } = series.rules.eligibility;
  return {
    personId: card.id, records, doubtful: hindrances.length > 0,
    standing: { neverCame: !past.came, homebound, waitedBefore: past.waited, livesHere: communityIds.length === 0 || communityIds.includes(card.communityId ?? ""), missed: past.missed },
  };
}
