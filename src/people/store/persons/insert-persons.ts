import type { PersonFields } from "../../model/person.ts";
import type { Tx } from "#platform/db/connect.ts";
import { insertColumns } from "../insert-columns.ts";

/** One person's row, ready to go in. */
export interface PersonRowToAdd extends PersonFields {
  readonly id: string;
  readonly namePinyin: string;
}

/** Adds persons in one statement. */
export async function insertPersons(tx: Tx, orgId: string, rows: readonly PersonRowToAdd[], origin: { source: string; sourceId: string | null }): Promise<void> {
  const column = (name: string, type: string, of: (row: PersonRowToAdd) => unknown) => ({ name, type, values: rows.map((row) => of(row) ?? null) });
  await insertColumns(tx, "people.persons", orgId, [
    column("id", "uuid", (row) => row.id),
    column("name", "text", (row) => row.name),
    column("name_pinyin", "text", (row) => row.namePinyin),
    column("preferred_name", "text", (row) => row.preferredName),
    column("sex", "text", (row) => row.sex),
    column("birth_on", "date", (row) => row.birthOn),
    column("birth_precision", "text", (row) => (row.birthOn ? row.birthPrecision ?? "day" : null)),
    column("ethnicity", "text", (row) => row.ethnicity),
    column("community_id", "uuid", (row) => row.communityId),
    column("lane_id", "uuid", (row) => row.laneId),
    column("address", "text", (row) => row.address),
    column("registered_address", "text", (row) => row.registeredAddress),
    column("remarks", "text", (row) => row.remarks),
    column("deceased_on", "date", (row) => row.deceasedOn),
    { name: "source", type: "text", forAll: origin.source },
    { name: "source_id", type: "uuid", forAll: origin.sourceId },
  ]);
}
