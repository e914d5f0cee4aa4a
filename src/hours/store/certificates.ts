import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { CertificateState, RevocationReason } from "../model/certificate/certificate-life.ts";
import type { DB } from "./tables.generated.ts";

/** One line of the register (登记簿). */
export interface Certificate {
  readonly id: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly number: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly minutes: number;
  readonly issuedOn: string;
  readonly shownUntilOn: string;
  readonly document: string;
  readonly issuedByName: string;
  readonly issuedAt: string;
  readonly revokedOn: string | null;
  readonly revokedReason: RevocationReason | null;
  readonly revokedWords: string | null;
  readonly revokedByName: string | null;
}

type Issued = Omit<Certificate, "id" | "revokedOn" | "revokedReason" | "revokedWords" | "revokedByName">;

const FROM = sql.raw(`select c.id, c.application_id, c.person_id, c.number, c.from_on, c.until_on, c.minutes, c.issued_on, c.shown_until_on, c.document, c.issued_by_name, c.issued_at,
  r.revoked_on, r.reason as revoked_reason, r.words as revoked_words, r.by_name as revoked_by_name
  from hours.certificates c left join hours.revocations r on r.org_id = c.org_id and r.certificate_id = c.id`);

/** Enters a certificate in the register, with the entries it was counted from. */
export async function insertCertificate(tx: Tx, orgId: string, row: Issued & { year: number; serial: number; keyId: string; issuedBy: string }, entryIds: readonly string[]): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("hours.certificates").values({ orgId, ...row }).returning("id").executeTakeFirstOrThrow();
  await tx.withTables<DB>().insertInto("hours.certificateEntries").values(entryIds.map((entryId) => ({ orgId, certificateId: id, entryId }))).execute();
  return id;
}

export async function selectCertificate(tx: Tx, orgId: string, by: { readonly id: string } | { readonly number: string }): Promise<Certificate | undefined> {
  const { rows: [row] } = await sql<Certificate>`${FROM} where c.org_id = ${orgId} and ${"id" in by ? sql`c.id = ${by.id}::uuid` : sql`c.number = ${by.number}`}`.execute(tx);
  return row;
}

export async function selectCertificatesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`${FROM} where c.org_id = ${orgId} and c.person_id = any(${[...personIds]}::uuid[]) order by c.issued_at desc, c.id desc`.execute(tx);
  return rows;
}

export interface CertificateFilter {
  readonly state?: CertificateState | undefined;
  readonly personIds?: readonly string[] | undefined;
  /** A whole number as it is kept. */
  readonly number?: string | undefined;
}

/** The register, the latest first. */
export async function listRegister(tx: Tx, orgId: string, { state, personIds, number }: CertificateFilter, today: string, { after, limit = 50 }: { after?: string | null | undefined; limit?: number } = {}): Promise<Page<Certificate>> {
  const from = decodeCursor(after, ["instant", "id"]);
  const states = { revoked: sql`and r.revoked_on is not null`, on_show: sql`and r.revoked_on is null and c.shown_until_on >= ${today}::date`, valid: sql`and r.revoked_on is null and c.shown_until_on < ${today}::date` };
  const { rows } = await sql<Certificate>`${FROM} where c.org_id = ${orgId} ${state ? states[state] : sql``} ${number ? sql`and c.number = ${number}` : sql``}
    ${personIds ? sql`and c.person_id = any(${[...personIds]}::uuid[])` : sql``} ${from ? sql`and (c.issued_at, c.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql``}
    order by c.issued_at desc, c.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.issuedAt, row.id]);
}

/** Certificates on show to members on a day, the latest first. */
export async function selectOnShow(tx: Tx, orgId: string, today: string): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`${FROM} where c.org_id = ${orgId} and c.shown_until_on >= ${today}::date and c.issued_on <= ${today}::date and r.revoked_on is null
    order by c.shown_until_on desc, c.id limit 500`.execute(tx);
  return rows;
}

/** Of the entries, those that a certificate not revoked was counted from. */
export async function certifiedAmong(tx: Tx, orgId: string, entryIds: readonly string[]): Promise<Set<string>> {
  if (entryIds.length === 0) return new Set();
  const { rows } = await sql<{ entryId: string }>`select distinct e.entry_id from hours.certificate_entries e
    where e.org_id = ${orgId} and e.entry_id = any(${[...entryIds]}::uuid[]) and not exists (select from hours.revocations r where r.org_id = e.org_id and r.certificate_id = e.certificate_id)`.execute(tx);
  return new Set(rows.map(({ entryId }) => entryId));
}

/** Entries a certificate was counted from that no longer count: taken back or superseded since. */
export async function changedSince(tx: Tx, orgId: string, certificateId: string): Promise<number> {
  const { rows: [row] } = await sql<{ changed: number }>`select count(*) as changed from hours.certificate_entries e
    where e.org_id = ${orgId} and e.certificate_id = ${certificateId}::uuid
      and not exists (select from hours.standing_entries s where s.org_id = e.org_id and s.id = e.entry_id and s.decision = 'confirmed')`.execute(tx);
  return row!.changed;
}

export async function selectCertificateEntries(tx: Tx, orgId: string, certificateId: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("hours.certificateEntries").select("entryId").where("orgId", "=", orgId).where("certificateId", "=", certificateId).execute();
  return rows.map(({ entryId }) => entryId);
}

/** Revokes a certificate; false when it was already. */
export async function insertRevocation(tx: Tx, orgId: string, row: { certificateId: string; reason: RevocationReason; words: string; revokedOn: string; byAccount: string; byName: string; at: string }): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("hours.revocations").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).returning("certificateId").executeTakeFirst();
  return added !== undefined;
}

/** Every number that is no longer valid, in the order of the register. */
export async function selectRevoked(tx: Tx, orgId: string): Promise<{ number: string; on: string; reason: RevocationReason }[]> {
  const { rows } = await sql<{ number: string; on: string; reason: RevocationReason }>`select c.number, r.revoked_on as "on", r.reason from hours.revocations r
    join hours.certificates c on c.org_id = r.org_id and c.id = r.certificate_id where r.org_id = ${orgId} order by c.year, c.serial`.execute(tx);
  return rows;
}

export interface Objection {
  readonly id: string;
  readonly words: string;
  readonly byName: string;
  readonly at: string;
}

export async function insertObjection(tx: Tx, orgId: string, row: { certificateId: string; words: string; byAccount: string; byName: string; at: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("hours.objections").values({ orgId, ...row }).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function selectObjections(tx: Tx, orgId: string, certificateId: string): Promise<Objection[]> {
  return tx.withTables<DB>().selectFrom("hours.objections").select(["id", "words", "byName", "at"]).where("orgId", "=", orgId).where("certificateId", "=", certificateId).orderBy("at").execute();
}
