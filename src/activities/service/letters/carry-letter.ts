import { accountsOfPeople, peopleWhoLeft, personCards, whoAllows } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { sendNotices } from "#platform/notify/notices.ts";
import { activitiesText } from "../../messages/index.ts";
import { CARRY } from "../../model/policy.ts";
import { instantOf, timeOf } from "../../model/times.ts";
import { registrationsOf } from "../../store/registrations.ts";
import { MY_ACTIVITIES } from "../calendar/list-my-activities.ts";
import { nameOccasion } from "../calendar/name-occasions.ts";
import { type Planned, readOccasion } from "../ground.ts";
import type { ActivityLetter } from "./post-letters.ts";

/** A text for somebody without an account. */
export interface OutgoingText { readonly to: string; readonly text: string }

/**
 * Tells those a letter is for: people with an account on their page (and by mail, as every notice), others by a text to their own mobile.
 * Whoever, as it leaves, does not want to be contacted or their data be kept is not told; nor is a volunteer who has left. A reminder of a
 * place given back or of another hour is let go.
 *
 * @param session opened with the letter's number as its key, so that a letter that comes twice gives one notice
 */
export async function carryLetter(session: Session, letter: ActivityLetter): Promise<OutgoingText[]> {
  const { actor: { orgId } } = session;
  requireCapability(session.actor, CARRY);
  const found = await session.read(async (tx) => {
    const planned = await readOccasion(tx, orgId, letter.sessionId);
    const willing = await whoAllows(tx, orgId, await stillConcerned(tx, orgId, planned, letter), "contact", session.today);
    const ids = [...await whoAllows(tx, orgId, [...willing], "keep_data", session.today)];
    const accounts = await accountsOfPeople(tx, orgId, ids);
    return { accountIds: [...new Set(accounts.values())], texts: await textsTo(session, tx, planned, ids.filter((id) => !accounts.has(id)), letter) };
  });
  if (found.accountIds.length > 0) {
    await session.write("activities.carry_letter", letter, async (tx) => {
      await sendNotices(tx, orgId, found.accountIds, { kind: `activity.${letter.matter}`, link: MY_ACTIVITIES, params: { sessionId: letter.sessionId, startsAt: letter.startsAt } });
      return null;
    });
  }
  return found.texts;
}

async function stillConcerned(tx: Tx, orgId: string, { occasion }: Planned, { matter, registrationIds, startsAt }: ActivityLetter): Promise<string[]> {
  if (matter === "reminder" && (occasion.cancelled || instantOf(occasion.onDay, occasion.fromMinute).toISOString() !== startsAt)) return [];
  const rows = (await registrationsOf(tx, orgId, occasion.id)).filter(({ id, repeats }) => registrationIds.includes(id) && repeats === null);
  const concerned = matter === "reminder" || matter === "booked" ? rows.filter(({ status }) => status === "booked") : rows;
  const left = await peopleWhoLeft(tx, orgId, concerned.flatMap(({ role, personId }) => (role === "volunteer" ? personId ?? [] : [])));
  return [...new Set(concerned.flatMap(({ role, personId }) => (personId === null || (role === "volunteer" && left.has(personId)) ? [] : [personId])))];
}

/** Texts pass machines nobody here keeps: they name no activity and nobody, only the time and the place. */
async function textsTo(session: Session, tx: Tx, planned: Planned, personIds: readonly string[], { matter }: ActivityLetter): Promise<OutgoingText[]> {
  const { actor: { orgId }, today } = session;
  if (personIds.length === 0) return [];
  const { onDay, fromMinute, place, cancelledWhy } = await nameOccasion(session, tx, planned);
  const text = activitiesText.zh.texts[matter](`${formatDay(onDay, "zh", today)} ${timeOf(fromMinute)}`, place, cancelledWhy ?? "");
  return [...(await personCards(tx, orgId, personIds))].flatMap(([, { phones, deceasedOn }]) => {
    const mobile = phones.find(({ kind, whose }) => kind === "mobile" && whose === "self");
    return mobile && deceasedOn === null ? [{ to: mobile.value, text }] : [];
  });
}
