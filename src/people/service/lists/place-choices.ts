import type { Session } from "#platform/db/session.ts";
import { listUnits } from "#places/index.ts";

/** A place to choose in a form or a filter. */
export interface PlaceChoice { readonly id: string; readonly name: string; readonly parentId: string | null }

export interface PlaceChoices { readonly communities: readonly PlaceChoice[]; readonly lanes: readonly PlaceChoice[] }

/** The communities and lanes that stand today; names of places are no secret to whoever is signed in. */
export async function placeChoices({ actor, today, read }: Session): Promise<PlaceChoices> {
  const units = await read((tx) => listUnits(tx, actor.orgId, { on: today, kinds: ["community", "lane", "grid"] }));
  const choice = ({ id, name, parentId }: PlaceChoice): PlaceChoice => ({ id, name, parentId });
  return { communities: units.filter(({ kind }) => kind === "community").map(choice), lanes: units.filter(({ kind }) => kind !== "community").map(choice) };
}
