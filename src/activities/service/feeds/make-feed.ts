import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE, OWN } from "../../model/policy.ts";
import { feedById, insertFeed, insertRevocation } from "../../store/feeds.ts";

export const FeedWanted = z.discriminatedUnion("kind", [z.object({ kind: z.literal("person"), personId: z.uuid() }), z.object({ kind: z.literal("place"), placeId: z.uuid() })]);
export type FeedWanted = z.infer<typeof FeedWanted>;

const SECRET_BYTES = 24;

/** Makes the secret address of a calendar. Shown this once: only its hash is kept. */
export async function makeFeed(session: Session, wanted: FeedWanted): Promise<{ feedId: string; token: string }> {
  const { actor, now } = session;
  // The organisation's number in front finds its rows without looking through anybody else's.
  const token = Buffer.concat([Buffer.from(actor.orgId.replaceAll("-", ""), "hex"), randomBytes(SECRET_BYTES)]).toString("base64url");
  const feedId = await session.write("activities.make_feed", { ...wanted, at: now.toISOString() }, async (tx) => {
    await requireMay(session, tx, wanted);
    const id = await insertFeed(tx, actor.orgId, {
      kind: wanted.kind, personId: wanted.kind === "person" ? wanted.personId : null, placeId: wanted.kind === "place" ? wanted.placeId : null,
      tokenHash: hashOf(token), madeBy: actor.accountId, madeByName: actor.name, madeAt: now.toISOString(),
    });
    await recordAudit(tx, actor, { action: "activity.feed_made", subjectKind: "activity_feed", subjectId: id, details: wanted });
    return id;
  });
  return { feedId, token };
}

/** Takes an address back: from now on it leads nowhere. */
export async function revokeFeed(session: Session, feedId: string): Promise<{ feedId: string }> {
  const { actor, now } = session;
  return session.write("activities.revoke_feed", { feedId }, async (tx) => {
    const feed = await feedById(tx, actor.orgId, feedId);
    if (!feed) throw new Refusal("not_found", "activities.feed_not_found");
    await requireMay(session, tx, feed.kind === "person" ? { kind: "person", personId: feed.personId! } : { kind: "place", placeId: feed.placeId! });
    await insertRevocation(tx, actor.orgId, { feedId, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "activity.feed_revoked", subjectKind: "activity_feed", subjectId: feedId });
    return { feedId };
  });
}

async function requireMay({ actor }: Session, tx: Tx, wanted: FeedWanted): Promise<void> {
  const { orgId, capabilities } = actor;
  if (wanted.kind === "place") {
    if (!capabilities.has(MANAGE)) throw new Refusal("forbidden", "access.not_allowed");
    if (!(await unitNames(tx, orgId, [wanted.placeId])).has(wanted.placeId)) throw new Refusal("not_found", "activities.place_not_found");
    return;
  }
  const mine = actor.personId === null ? [] : (await identitiesOf(tx, orgId, [actor.personId])).get(actor.personId) ?? [];
  if (capabilities.has(OWN) && mine.includes(wanted.personId)) return;
  if (!capabilities.has(MANAGE)) throw new Refusal("forbidden", "access.not_allowed");
  if (!(await personCards(tx, orgId, [wanted.personId])).has(wanted.personId)) throw new Refusal("not_found", "activities.person_not_found");
}

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The organisation an address belongs to; undefined where it cannot be one. */
export function orgOfToken(token: string): string | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 16 + SECRET_BYTES || bytes.toString("base64url") !== token) return undefined;
  const hex = bytes.subarray(0, 16).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
