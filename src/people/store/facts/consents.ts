import { createHash, randomUUID } from "node:crypto";
import type { Tx } from "#platform/db/connect.ts";
import type { ConsentFact, NewConsent } from "../../model/consents/consent.ts";
import { anyOf } from "../any-of.ts";
import { insertColumns } from "../insert-columns.ts";
import type { DB } from "../tables.generated.ts";

/** The hash a wording is known by. */
const hashOfText = (text: string): string => createHash("sha256").update(text.normalize("NFC")).digest("hex");

/** Adds rows to the trail of consents, and wordings not met before; the new rows' ids in their order. */
export async function insertConsents(tx: Tx, orgId: string, rows: readonly NewConsent[], by: { accountId: string; name: string; today: string }): Promise<string[]> {
  const ids = rows.map(() => randomUUID() as string);
  const texts = new Map(rows.flatMap(({ text, purpose }) => (text ? [[hashOfText(text.text), { ...text, purpose }] as const] : [])));
  const wordings = [...texts];
  await insertColumns(tx, "people.consent_texts", orgId, [
    { name: "hash", type: "text", values: wordings.map(([hash]) => hash) },
    { name: "purpose", type: "text", values: wordings.map(([, text]) => text.purpose) },
    { name: "language", type: "text", values: wordings.map(([, text]) => text.language) },
    { name: "text", type: "text", values: wordings.map(([, text]) => text.text) },
    { name: "first_on", type: "date", values: wordings.map(() => by.today) },
  ], "do nothing");
  const column = (name: string, type: string, of: (row: NewConsent) => unknown) => ({ name, type, values: rows.map((row) => of(row) ?? null) });
  await insertColumns(tx, "people.consents", orgId, [
    { name: "id", type: "uuid", values: ids },
    column("person_id", "uuid", (row) => row.personId), column("purpose", "text", (row) => row.purpose), column("state", "text", (row) => row.state),
    column("capacity", "text", (row) => row.capacity), column("by_person_id", "uuid", (row) => row.byPersonId), column("by_name", "text", (row) => row.byName),
    column("from_on", "date", (row) => row.fromOn), column("until_on", "date", (row) => row.untilOn), column("channel", "text", (row) => row.channel),
    column("text_hash", "text", (row) => (row.text ? hashOfText(row.text.text) : null)), column("note", "text", (row) => row.note ?? ""),
    column("recorded_by", "uuid", () => by.accountId), column("recorded_by_name", "text", () => by.name),
  ]);
  return ids;
}

/** The trail of many persons, whatever record they were noted under. */
export async function consentFacts(tx: Tx, orgId: string, ids: readonly string[]): Promise<(ConsentFact & { personId: string })[]> {
  if (ids.length === 0) return [];
  return await tx.withTables<DB>().selectFrom("people.consents").select(["personId", "purpose", "state", "fromOn", "untilOn", "recordedAt"])
    .where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).execute() as (ConsentFact & { personId: string })[];
}

/** The whole trail of one person, newest first. */
export async function consentTrail(tx: Tx, orgId: string, ids: readonly string[]) {
  const rows = await tx.withTables<DB>().selectFrom("people.consents as c")
    .leftJoin("people.consentTexts as t", (join) => join.onRef("t.orgId", "=", "c.orgId").onRef("t.hash", "=", "c.textHash"))
    .leftJoin("people.persons as b", (join) => join.onRef("b.orgId", "=", "c.orgId").onRef("b.id", "=", "c.byPersonId"))
    .select(["c.id", "c.purpose", "c.state", "c.capacity", "c.byPersonId", "c.byName", "b.name as byPersonName", "c.fromOn", "c.untilOn", "c.channel", "c.note", "c.recordedByName", "c.recordedAt", "t.text"])
    .where("c.orgId", "=", orgId).where("c.personId", "=", anyOf(ids)).orderBy("c.fromOn", "desc").orderBy("c.recordedAt", "desc").execute();
  return rows as (Omit<(typeof rows)[number], keyof ConsentFact> & ConsentFact)[];
}
