import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { closedFor } from "../../model/opening.ts";
import { type Channel, LIVE, type Role, type Status } from "../../model/terms.ts";
import { insertEvents, insertRegistration, registrationsIn } from "../../store/registrations.ts";
import { byOf, type Planned, settle } from "../ground.ts";
import { type Comer, readComer } from "./applicants.ts";

/** Somebody who comes along, such as a carer (照顾者) or an assistant: known, or by name only. */
export const Companion = z.object({ personId: z.uuid().nullable().default(null), name: z.string().trim().max(40).default(""), needs: z.string().trim().max(300).default("") })
  .refine(({ personId, name }) => personId !== null || name !== "", { error: "activities.companion_unnamed" });
export type Companion = z.infer<typeof Companion>;

export interface Wish {
  readonly personId: string;
  readonly role: Exclude<Role, "companion">;
  /** Transport and access (接送、轮椅、手语). */
  readonly needs: string;
  readonly companions: readonly Companion[];
  readonly channel: Exclude<Channel, "walk_in">;
}

export interface Enrolled { readonly registrationId: string; readonly status: Status }

/** Somebody looked at before the session's row was held, and the version of the session they were looked at for. */
export interface Looked { readonly comer: Comer; readonly version: number }

/** Looks at somebody while others still sign up: whatever does not depend on who has a place is read before anybody has to wait for it. */
export async function lookAhead(session: Session, tx: Tx, planned: Planned, wish: Pick<Wish, "personId" | "role" | "channel">): Promise<Looked> {
  requireOpen(session, planned, wish);
  return { comer: await readComer(session, tx, planned, wish.personId, wish.role), version: planned.occasion.version };
}

function requireOpen({ now }: Session, { occasion, series }: Planned, { channel }: Pick<Wish, "channel">): void {
  const closed = closedFor(channel, occasion, series, now);
  if (closed) throw new Refusal("conflict", `activities.${closed}`);
}

/**
 * Signs somebody up for a session whose row is held: together with those who come along they get places, or wait, or are looked at first.
 *
 * @param quietly a second sign-up is kept and answered like a first one, taking no place: for the public page, which must not tell who is signed up
 * @param looked counts as long as the session was not moved in between
 */
export async function enrol(session: Session, tx: Tx, planned: Planned, wish: Wish, { quietly = false, looked }: { quietly?: boolean; looked?: Looked | undefined } = {}): Promise<Enrolled> {
  const { actor: { orgId } } = session;
  const { occasion, series } = planned;
  requireOpen(session, planned, wish);
  const comer = looked?.version === occasion.version ? looked.comer : await readComer(session, tx, planned, wish.personId, wish.role, { leaveToStaff: quietly });
  const already = (await registrationsIn(tx, orgId, occasion.id, comer.records)).find(({ status, repeats }) => repeats === null && LIVE.includes(status));
  if (already && !quietly) throw new Refusal("conflict", "activities.already_signed_up");

  const base = { needs: wish.needs, channel: wish.channel, standing: comer.standing, repeats: already?.id ?? null, guestName: "" };
  const head = await insertRegistration(tx, orgId, occasion.id, { ...base, personId: comer.personId, role: wish.role, companionOf: null }, byOf(session));
  const ids = [head];
  for (const { personId, name, needs } of wish.companions) {
    ids.push(await insertRegistration(tx, orgId, occasion.id, { ...base, personId, guestName: personId === null ? name : "", needs, role: "companion", companionOf: head }, byOf(session)));
  }
  const status = already ? await answerRepeat(session, tx, planned, ids, already.status)
    : comer.doubtful || (series.admission === "review" && wish.channel !== "staff") ? await apply(session, tx, planned, ids)
    : (await settle(session, tx, planned, ids)).includes(head) ? "booked" : "waitlisted";
  await recordAudit(tx, session.actor, { action: "activity.signed_up", subjectKind: "activity_session", subjectId: occasion.id, details: { registrationId: head, personId: comer.personId, role: wish.role, channel: wish.channel, companions: wish.companions.length, ...(already && { again: true }) } });
  return { registrationId: head, status };
}

async function apply(session: Session, tx: Tx, { occasion }: Planned, ids: readonly string[]): Promise<Status> {
  await insertEvents(tx, session.actor.orgId, occasion.id, ids, { kind: "applied", reason: "" }, byOf(session));
  return "applied";
}

/** The same answer the first sign-up got; it takes no place, because the first one has it. */
async function answerRepeat(session: Session, tx: Tx, { occasion }: Planned, ids: readonly string[], first: Status): Promise<Status> {
  const kind = first === "booked" || first === "applied" ? first : "waitlisted";
  await insertEvents(tx, session.actor.orgId, occasion.id, ids, { kind, reason: "" }, byOf(session));
  return kind;
}
