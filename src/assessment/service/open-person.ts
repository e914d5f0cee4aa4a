import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards, type PersonCard } from "#people/index.ts";
import { authorise } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_ASSESSMENTS } from "../model/policy.ts";
import { recordsOf, withdrawalsOf, type StoredRecord, type StoredWithdrawal } from "../store/records.ts";

/** A person somebody may assess, with everything that was assessed before. */
export interface OpenedPerson {
  readonly card: PersonCard;
  /** Newest first; corrected and withdrawn ones too. */
  readonly records: readonly StoredRecord[];
  readonly withdrawals: ReadonlyMap<string, StoredWithdrawal>;
}

/** Opens a person for their assessments. Whoever does not let their data be kept is not opened. */
export async function openPersonIn({ actor }: Session, tx: Tx, personId: string): Promise<OpenedPerson> {
  authorise(actor, WORK_ON_ASSESSMENTS, { orgId: actor.orgId });
  const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
  if (!card) throw new Refusal("not_found", "assessment.person_not_found");
  if (card.withheldOn !== null) throw new Refusal("forbidden", "assessment.withheld");
  const ids = (await identitiesOf(tx, actor.orgId, [personId])).get(personId) ?? [card.id];
  const records = await recordsOf(tx, actor.orgId, ids);
  const withdrawals = await withdrawalsOf(tx, actor.orgId, records.map(({ id }) => id));
  return { card, records, withdrawals: new Map(withdrawals.map((row) => [row.recordId, row])) };
}
