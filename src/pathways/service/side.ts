import { ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { accountsOfPersons, accountsWithCapability } from "#identity/index.ts";
import { identitiesOf, personCards, type PersonCard } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Standing } from "../model/change-of-side.ts";
import { servedNow } from "../store/days.ts";

/** Somebody of the register, with every record that stands for them. */
export interface OpenedClimber {
  readonly card: PersonCard;
  readonly records: readonly string[];
}

/** The person, for whoever walks the path with people and opens files. Nobody decides about themselves here. */
export async function openClimber({ actor }: Session, tx: Tx, personId: string): Promise<OpenedClimber> {
  if (!actor.capabilities.has("pathways.work") || !actor.capabilities.has("people.read")) throw new Refusal("forbidden", "access.not_allowed");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
  const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
  if (!card || card.withheldOn !== null || card.id === actor.personId) throw new Refusal("not_found", "pathways.person_not_found");
  return { card, records: (await identitiesOf(tx, actor.orgId, [card.id])).get(card.id) ?? [card.id] };
}

/** What a change of side hangs on, as it is now. */
export async function standingOf(session: Pick<Session, "actor" | "today">, tx: Tx, opened: OpenedClimber): Promise<Standing> {
  return (await standingsOf(session, tx, [opened])).get(opened.card.id)!;
}

/** The same of several, by person. */
export async function standingsOf({ actor: { orgId }, today }: Pick<Session, "actor" | "today">, tx: Tx, opened: readonly OpenedClimber[]): Promise<ReadonlyMap<string, Standing>> {
  const served = Map.groupBy(await servedNow(tx, orgId, opened.map(({ card }) => card.id)), ({ personId }) => personId);
  const accounts = await accountsOfPersons(tx, orgId, opened.flatMap(({ records }) => records));
  const readers = accounts.size === 0 ? [] : await accountsWithCapability(tx, orgId, "people.read");
  return new Map(opened.map(({ card, records }) => {
    const by = served.get(card.id) ?? [];
    return [card.id, {
      workers: [...new Set(by.flatMap(({ kind, workerId }) => (kind === "case" && workerId !== null ? [workerId] : [])))],
      befriended: by.some(({ kind }) => kind === "pair"), ageYears: card.birthOn === null ? null : ageOn(card.birthOn, today),
      seesFiles: records.some((id) => readers.includes(accounts.get(id) ?? "")),
    }];
  }));
}
