import { identitiesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { bookedHelpers } from "../../store/registrations.ts";

/** A series with who helps in it from a day on, by the record that stands for each. */
export interface Helped { readonly name: string; readonly persons: ReadonlySet<string> }

/** Who has a place as a volunteer in what is still to come, by series; of some series, or of all. The caller authorises. */
export async function helpersComing(tx: Tx, orgId: string, from: string, seriesIds: readonly string[] | null = null): Promise<ReadonlyMap<string, Helped>> {
  const rows = await bookedHelpers(tx, orgId, from, seriesIds);
  const identities = await identitiesOf(tx, orgId, rows.map(({ personId }) => personId));
  return new Map([...Map.groupBy(rows, ({ seriesId }) => seriesId)].map(([id, of]) => [id, { name: of[0]!.name, persons: new Set(of.map(({ personId }) => identities.get(personId)?.[0] ?? personId)) }]));
}
