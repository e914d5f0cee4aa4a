import { listPersonRows } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";

const MOST = 8;

/** Somebody found: enough to tell two of one name apart. */
export interface Found { readonly id: string; readonly name: string; readonly birthOn: string | null; readonly communityName: string | null }

/** Finds residents by characters, pinyin, initials or the last four digits of a phone, to sign them up or note that they came. */
export async function findPeople(session: Session, q: string): Promise<readonly Found[]> {
  const { actor: { orgId }, today } = session;
  requireCapability(session.actor, MANAGE);
  requireCapability(session.actor, "people.read");
  const words = q.trim().slice(0, 60);
  if (words === "") return [];
  return session.read(async (tx) => {
    const { rows } = await listPersonRows(tx, orgId, { q: words }, today, { limit: MOST });
    const units = await unitNames(tx, orgId, rows.flatMap(({ communityId }) => communityId ?? []));
    return rows.map(({ id, name, preferredName, birthOn, communityId }) => ({ id, name: preferredName ?? name, birthOn, communityName: communityId === null ? null : units.get(communityId)?.name ?? null }));
  });
}
