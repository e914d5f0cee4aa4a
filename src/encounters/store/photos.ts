import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Withdrawal } from "./encounters.ts";
import type { DB } from "./tables.generated.ts";

/** A photograph on a record, without the picture. */
export interface PhotoRow {
  readonly id: string;
  readonly encounterId: string;
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  readonly sentHash: Buffer;
  readonly addedByName: string;
  readonly addedAt: string;
  /** Persons who are in it. */
  readonly shows: readonly string[];
  readonly withdrawal: Withdrawal | null;
}

const PHOTO = sql`p.id, p.encounter_id, p.caption, p.width, p.height, p.sent_hash, p.added_by_name, p.added_at,
  coalesce((select jsonb_agg(s.person_id order by s.person_id) from encounters.photo_people s where s.org_id = p.org_id and s.photo_id = p.id), '[]') as shows,
  (select jsonb_build_object('reason', w.reason, 'byName', w.by_name, 'at', w.at) from encounters.photo_withdrawals w where w.org_id = p.org_id and w.photo_id = p.id) as withdrawal`;

/** Every photograph of a record in the order they were added, also those taken back. */
export async function photosOf(tx: Tx, orgId: string, encounterId: string): Promise<PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`select ${PHOTO} from encounters.photos p where p.org_id = ${orgId} and p.encounter_id = ${encounterId} order by p.added_at, p.id`.execute(tx);
  return rows;
}

export async function findPhoto(tx: Tx, orgId: string, id: string): Promise<PhotoRow | undefined> {
  const { rows: [row] } = await sql<PhotoRow>`select ${PHOTO} from encounters.photos p where p.org_id = ${orgId} and p.id = ${id}`.execute(tx);
  return row;
}

export async function insertPhoto(
  tx: Tx, orgId: string,
  { shows, sealed, ...row }: { id: string; encounterId: string; revision: number; caption: string; mediaType: string; width: number; height: number; sentHash: Buffer; addedBy: string; addedByName: string; addedAt: string; shows: readonly string[]; sealed: Buffer },
): Promise<void> {
  const db = tx.withTables<DB>();
  await db.insertInto("encounters.photos").values({ orgId, ...row }).execute();
  if (shows.length > 0) await db.insertInto("encounters.photoPeople").values([...new Set(shows)].map((personId) => ({ orgId, photoId: row.id, personId }))).execute();
  await db.insertInto("encounters.photoContents").values({ orgId, photoId: row.id, sealed }).execute();
}

/** The sealed picture; undefined once it was taken back. */
export async function sealedPhoto(tx: Tx, orgId: string, photoId: string): Promise<Buffer | undefined> {
  const row = await tx.withTables<DB>().selectFrom("encounters.photoContents").select("sealed").where("orgId", "=", orgId).where("photoId", "=", photoId).executeTakeFirst();
  return row?.sealed;
}

/** Takes photographs back: why, and the pictures themselves are gone. */
export async function withdrawPhotos(tx: Tx, orgId: string, photoIds: readonly string[], why: { reason: string; byAccount: string; byName: string; at: string }): Promise<void> {
  if (photoIds.length === 0) return;
  await tx.withTables<DB>().insertInto("encounters.photoWithdrawals").values(photoIds.map((photoId) => ({ orgId, photoId, ...why }))).execute();
  await tx.withTables<DB>().deleteFrom("encounters.photoContents").where("orgId", "=", orgId).where("photoId", "in", [...photoIds]).execute();
}
