import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE, OWN } from "../../model/policy.ts";
import { occasionsOfSeries } from "../../store/occasions.ts";
import { holdOccasions, readOccasion, readOccasions } from "../ground.ts";
import { Companion, enrol, type Enrolled, lookAhead, type Looked } from "./enrol.ts";

export const SignUp = z.object({
  sessionId: z.uuid(), personId: z.uuid(), role: z.enum(["participant", "volunteer"]), needs: z.string().trim().max(300).default(""),
  companions: z.array(Companion).max(3).default([]),
  /** Also for every later session of the series. */
  following: z.boolean().default(false),
});
export type SignUp = z.input<typeof SignUp>;

/** Days ahead for which somebody can be signed up at once. */
const AHEAD_DAYS = 366;

/** Signs somebody up, by a worker, or by themselves where the activity is open to those with an account. The answer is that of the first session. */
export async function signUp(session: Session, input: SignUp): Promise<Enrolled & { sessions: number }> {
  const { actor } = session;
  const { sessionId, personId, following, ...wish } = SignUp.parse(input);
  const byStaff = actor.capabilities.has(MANAGE);
  return session.write("activities.sign_up", input, async (tx) => {
    if (!byStaff) await requireOwn(session, tx, personId, wish.companions);
    await requireKnown(tx, actor.orgId, wish.companions);
    const ids = following ? await laterOf(session, tx, sessionId) : [sessionId];
    const wanted = { ...wish, personId, channel: byStaff ? "staff" as const : "account" as const };
    const read = await readOccasions(tx, actor.orgId, ids);
    const looked = new Map<string, Looked>();
    for (const planned of read) looked.set(planned.occasion.id, await lookAhead(session, tx, planned, wanted));
    let first: Enrolled | undefined;
    let sessions = 0;
    for (const planned of await holdOccasions(tx, actor.orgId, ids, read)) {
      try {
        const enrolled = await enrol(session, tx, planned, wanted, { looked: looked.get(planned.occasion.id) });
        sessions++;
        if (planned.occasion.id === sessionId || !first) first = enrolled;
      } catch (error) {
        // Of several, those already signed up for stay as they are.
        if (!following || !(error instanceof Refusal && error.reason === "activities.already_signed_up")) throw error;
      }
    }
    if (!first) throw new Refusal("conflict", "activities.already_signed_up");
    return { ...first, sessions };
  });
}

/** People sign up themselves; those who come along are named in words, because nobody else's file is theirs to point at. */
async function requireOwn({ actor }: Session, tx: Tx, personId: string, companions: readonly Companion[]): Promise<void> {
  const mine = actor.personId === null ? [] : (await identitiesOf(tx, actor.orgId, [actor.personId])).get(actor.personId) ?? [];
  if (!actor.capabilities.has(OWN) || !mine.includes(personId) || companions.some((one) => one.personId !== null)) throw new Refusal("forbidden", "access.not_allowed");
}

async function requireKnown(tx: Tx, orgId: string, companions: readonly Companion[]): Promise<void> {
  const ids = companions.flatMap(({ personId }) => personId ?? []);
  if ((await personCards(tx, orgId, ids)).size !== new Set(ids).size) throw new Refusal("not_found", "activities.person_not_found");
}

async function laterOf({ actor: { orgId }, today }: Session, tx: Tx, sessionId: string): Promise<string[]> {
  const { occasion } = await readOccasion(tx, orgId, sessionId);
  const later = await occasionsOfSeries(tx, orgId, occasion.seriesId, occasion.recursOn);
  return later.filter(({ cancelled, onDay }) => !cancelled && onDay >= today && onDay <= addDays(today, AHEAD_DAYS)).map(({ id }) => id);
}
