import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { type LunarDay, lunarOf } from "#kernel/lunar.ts";
import { WRITE_PERSON } from "../../model/policy.ts";
import { type StandingBirthday, standingBirthday } from "../../store/facts/birthdays.ts";
import { personCards } from "../persons/person-cards.ts";

/** The lunar day somebody was born on, where the date is known to the day, and which birthday they keep. */
export async function showBirthday(session: Session, personId: string): Promise<{ personId: string; name: string; born: LunarDay | null; kept: StandingBirthday | null }> {
  const { actor } = session;
  authorise(actor, WRITE_PERSON, { orgId: actor.orgId });
  return session.read(async (tx) => {
    const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
    if (!card || card.withheldOn !== null) throw new Refusal("not_found", "person.not_found");
    return { personId: card.id, name: card.preferredName ?? card.name, born: card.birthPrecision === "day" && card.birthOn !== null ? lunarOf(card.birthOn) : null, kept: await standingBirthday(tx, actor.orgId, card.id) ?? null };
  });
}
