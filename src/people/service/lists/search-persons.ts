import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { unitNames } from "#places/index.ts";
import type { PersonRole } from "../../model/terms.ts";
import { readQuery } from "../../model/search-tokens.ts";
import { listPersonRows } from "../../store/persons/list-persons.ts";
import { rolesOf } from "../facts/change-roles.ts";

/** Somebody found: enough to tell two of one name apart, nothing sensitive. */
export interface PersonHit {
  readonly id: string;
  readonly name: string;
  readonly preferredName: string | null;
  readonly birthOn: string | null;
  readonly communityName: string | null;
  /** Roles that go on today. */
  readonly roles: readonly PersonRole[];
}

/** Finds persons by characters, pinyin, initials or the last four digits of a phone. */
export async function searchPersons(session: Session, q: string, { limit = 8 }: { limit?: number } = {}): Promise<PersonHit[]> {
  const { actor: { orgId }, today } = session;
  requireCapability(session.actor, "people.read");
  const query = readQuery(q.slice(0, 60));
  if (query.kind === "tokens" && query.ways.length === 0) return [];
  return session.read(async (tx) => {
    const { rows } = await listPersonRows(tx, orgId, { q: q.slice(0, 60) }, today, { limit });
    const roles = await rolesOf(tx, orgId, rows.map(({ id }) => id));
    const units = await unitNames(tx, orgId, rows.map(({ communityId }) => communityId).filter((id) => id !== null));
    return rows.map(({ id, name, preferredName, birthOn, communityId }) => ({
      id, name, preferredName, birthOn, communityName: communityId === null ? null : units.get(communityId)?.name ?? null,
      roles: (roles.get(id) ?? []).filter(({ untilOn }) => untilOn === null).map(({ role }) => role),
    }));
  });
}
