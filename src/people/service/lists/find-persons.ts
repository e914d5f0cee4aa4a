import { unitNames } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { listPersonRows } from "../../store/persons/list-persons.ts";

const MOST = 12;

/** Somebody found: enough to tell two of one name apart. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly birthOn: string | null;
  readonly communityName: string | null;
}

/** Finds residents by characters, pinyin, initials or the end of a number, for another slice to do something with. The caller authorises. */
export async function findPersons({ actor: { orgId }, today }: Pick<Session, "actor" | "today">, tx: Tx, q: string): Promise<FoundPerson[]> {
  const words = q.trim().slice(0, 60);
  if (words === "") return [];
  const { rows } = await listPersonRows(tx, orgId, { q: words }, today, { limit: MOST });
  const units = await unitNames(tx, orgId, rows.flatMap(({ communityId }) => communityId ?? []));
  return rows.map(({ id, name, preferredName, birthOn, communityId }) => ({ id, name: preferredName ?? name, birthOn, communityName: communityId === null ? null : units.get(communityId)?.name ?? null }));
}
