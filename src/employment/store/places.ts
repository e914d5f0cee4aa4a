import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Opening, Place } from "../model/terms.ts";
import type { DB } from "./tables.generated.ts";

export type PlaceRow = Omit<Place, "placeWords" | "communityId"> & { readonly id: string; readonly communityId: string | null; readonly words: string; readonly closedOn: string | null; readonly version: number };
export type OpeningRow = Omit<Opening, "hours"> & {
  readonly id: string; readonly placeId: string; readonly placeName: string; readonly access: readonly string[]; readonly communityId: string | null;
  readonly hours: number | null; readonly untilOn: string | null; readonly freeSeats: number;
};

const PLACE = ["id", "name", "kind", "communityId", "address", "contactName", "contactPhone", "access", "words", "closedOn", "version"] as const;
export interface PlaceFilter { readonly kind?: string | undefined; readonly q?: string | undefined; readonly closed?: boolean }

/** Places by name. */
export async function listPlaces(tx: Tx, orgId: string, { kind, q, closed = false }: PlaceFilter, { after, limit = 40 }: { after?: string | null; limit?: number } = {}): Promise<Page<PlaceRow>> {
  let query = tx.withTables<DB>().selectFrom("employment.places").select(PLACE).where("orgId", "=", orgId).where("closedOn", closed ? "is not" : "is", null);
  if (kind) query = query.where("kind", "=", kind);
  if (q) query = query.where(sql<boolean>`position(lower(${q}) in lower(name || ' ' || address)) > 0`);
  const from = decodeCursor(after, ["text", "id"]);
  if (from) query = query.where(sql<boolean>`(name, id) > (${from[0]}, ${from[1]}::uuid)`);
  const rows = await query.orderBy("name").orderBy("id").limit(limit + 1).execute() as unknown as PlaceRow[];
  return pageOf(rows, limit, ({ name, id }) => [name, id]);
}

export async function findPlace(tx: Tx, orgId: string, id: string): Promise<PlaceRow | undefined> {
  return tx.withTables<DB>().selectFrom("employment.places").select(PLACE).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as unknown as Promise<PlaceRow | undefined>;
}

export async function insertPlace(tx: Tx, orgId: string, id: string, { placeWords, communityId = null, ...place }: Omit<Place, "communityId"> & { communityId?: string | null | undefined }, at: string): Promise<void> {
  await tx.withTables<DB>().insertInto("employment.places").values({ orgId, id, ...place, communityId, words: placeWords, createdAt: at }).execute();
}

/** Changes a place read at a version; false when somebody else was first. */
export async function updatePlace(tx: Tx, orgId: string, id: string, version: number, change: Partial<Pick<PlaceRow, "name" | "kind" | "communityId" | "address" | "contactName" | "contactPhone" | "words" | "closedOn">> & { access?: string[] }): Promise<boolean> {
  const row = await tx.withTables<DB>().updateTable("employment.places").set({ ...change, version: version + 1 }).where("orgId", "=", orgId).where("id", "=", id).where("version", "=", version).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Openings with how many seats are free; of one place, one alone, or those offered on a day. */
export async function listOpenings(tx: Tx, orgId: string, which: { placeId: string } | { id: string } | { onDay: string }): Promise<OpeningRow[]> {
  const where = "placeId" in which ? sql`o.place_id = ${which.placeId}` : "id" in which ? sql`o.id = ${which.id}` : sql`o.from_on <= ${which.onDay} and (o.until_on is null or o.until_on > ${which.onDay}) and p.closed_on is null`;
  const { rows } = await sql<OpeningRow>`
    select o.id, o.place_id, p.name as place_name, p.access, p.community_id, o.title, o.tasks, o.conditions, o.hours, o.schedule, o.seats, o.from_on, o.until_on,
      o.seats - (select count(*)::int from employment.jobs j where j.org_id = ${orgId} and j.opening_id = o.id and j.ended_on is null) as free_seats
    from employment.openings o join employment.places p on p.org_id = ${orgId} and p.id = o.place_id
    where o.org_id = ${orgId} and ${where} order by o.from_on desc, o.id limit 300`.execute(tx);
  return rows;
}

export async function insertOpening(tx: Tx, orgId: string, row: { id: string; placeId: string; byName: string } & Opening): Promise<void> {
  await tx.withTables<DB>().insertInto("employment.openings").values({ orgId, ...row, hours: row.hours ?? null }).execute();
}

export async function closeOpening(tx: Tx, orgId: string, placeId: string, id: string, untilOn: string): Promise<void> {
  await tx.withTables<DB>().updateTable("employment.openings").set({ untilOn }).where("orgId", "=", orgId).where("placeId", "=", placeId).where("id", "=", id).where("untilOn", "is", null).execute();
}

/** One at a time takes a seat of an opening. */
export async function lockOpening(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`employment|${orgId}|${id}`}, 0))`.execute(tx);
}
