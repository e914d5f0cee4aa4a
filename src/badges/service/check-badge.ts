import type { Session } from "#platform/db/session.ts";
import { openNumber, sealNumber } from "#platform/secrets/sealed-number.ts";
import type { OrgKeys } from "#platform/secrets/org-keys.ts";
import { limitCalls } from "#platform/web/limit-calls.ts";
import { badgeState, type Role } from "../model/badge.ts";
import { findBadge } from "../store/badges.ts";
import { servingOf } from "./ground.ts";

/** What anybody may know of a badge: its number, of what kind, and whether it is good today; nobody's name, and not why it no longer is. */
export interface CheckedBadge {
  readonly number: string;
  readonly role: Role;
  readonly valid: boolean;
}

export const passOfBadge = (keys: OrgKeys, badgeId: string): string => sealNumber(keys, "badge", badgeId);

/** Nobody is shown more than a hundred and twenty badges an hour. */
export const limitChecks = limitCalls(120, "badges.too_many");

/** Looks a sealed code up; null where it was not made here. For anybody: the session is the public's. */
export async function checkBadge({ actor: { orgId }, keys, today, read }: Session, pass: string): Promise<CheckedBadge | null> {
  const id = openNumber(keys, "badge", pass);
  if (id === undefined) return null;
  return read(async (tx) => {
    const badge = await findBadge(tx, orgId, id);
    if (!badge) return null;
    const serving = await servingOf(tx, orgId, [badge], today);
    return { number: badge.number, role: badge.role, valid: badgeState(badge, serving(badge), today) === "valid" };
  });
}
