import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { PersonFields } from "../../model/person.ts";
import type { BirthPrecision, Sex } from "../../model/terms.ts";
import { anyOf } from "../any-of.ts";
import type { DB } from "../tables.generated.ts";

/** One person's own row. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly namePinyin: string;
  readonly preferredName: string | null;
  readonly sex: Sex | null;
  readonly birthOn: string | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly ethnicity: string | null;
  readonly communityId: string | null;
  readonly laneId: string | null;
  readonly address: string | null;
  readonly registeredAddress: string | null;
  readonly remarks: string | null;
  readonly deceasedOn: string | null;
  readonly withheldOn: string | null;
  readonly noContactOn: string | null;
  readonly mergedInto: string | null;
  readonly source: string;
  readonly sourceId: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly version: number;
}

const PERSON = [
  "id", "name", "namePinyin", "preferredName", "sex", "birthOn", "birthPrecision", "ethnicity", "communityId", "laneId", "address", "registeredAddress",
  "remarks", "deceasedOn", "withheldOn", "noContactOn", "mergedInto", "source", "sourceId", "createdAt", "changedAt", "version",
] as const;

/** Reads one person. */
export async function readPerson(tx: Tx, orgId: string, id: string): Promise<Person | undefined> {
  return await tx.withTables<DB>().selectFrom("people.persons").select(PERSON).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as Person | undefined;
}

/** Reads persons and holds their row locks until the transaction ends; in the order of ids, so that two merges cannot block each other. */
export async function lockPersons(tx: Tx, orgId: string, ids: readonly string[]): Promise<Person[]> {
  return await tx.withTables<DB>().selectFrom("people.persons").select(PERSON).where("orgId", "=", orgId).where("id", "=", anyOf(ids)).orderBy("id").forUpdate().execute() as Person[];
}

/** Those of the ids that are persons here. */
export async function knownIds(tx: Tx, orgId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.withTables<DB>().selectFrom("people.persons").select("id").where("orgId", "=", orgId).where("id", "=", anyOf(ids)).execute();
  return rows.map(({ id }) => id);
}

/** Writes a person's own fields; the version goes up by one. */
export async function updatePerson(tx: Tx, orgId: string, id: string, fields: Partial<PersonFields> & { namePinyin?: string; mergedInto?: string | null }): Promise<void> {
  await tx.withTables<DB>().updateTable("people.persons").set((row) => ({ ...fields, changedAt: row.fn<string>("clock_timestamp", []), version: row("version", "+", 1) }))
    .where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Notes since when somebody's data may no longer be kept and since when they are not to be contacted, or that it is so no more. */
export async function setCuts(tx: Tx, orgId: string, rows: readonly { personId: string; withheldOn: string | null; noContactOn: string | null }[]): Promise<void> {
  await sql`update people.persons p set withheld_on = q.withheld_on, no_contact_on = q.no_contact_on
    from unnest(${rows.map(({ personId }) => personId)}::uuid[], ${rows.map(({ withheldOn }) => withheldOn)}::date[], ${rows.map(({ noContactOn }) => noContactOn)}::date[]) q(person_id, withheld_on, no_contact_on)
    where p.org_id = ${orgId} and p.id = q.person_id`.execute(tx);
}

/** Whoever declined to be contacted, by every id they are known by. */
export async function notToContact(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select m.id from people.persons p join people.persons m on m.org_id = ${orgId} and (m.id = p.id or m.merged_into = p.id)
    where p.org_id = ${orgId} and p.no_contact_on is not null`.execute(tx);
  return rows.map(({ id }) => id);
}
