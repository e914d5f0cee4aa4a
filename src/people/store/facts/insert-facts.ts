import type { NewContact, NewPerson, NewRelative } from "../../model/person.ts";
import type { Tx } from "#platform/db/connect.ts";
import { orderedId } from "#platform/db/ordered-id.ts";
import { insertColumns, type Column } from "../insert-columns.ts";
import { marksSaid } from "./relationships.ts";

/** A fact of one person, by the person's id. */
export interface Of<T> { readonly personId: string; readonly fact: T }
/** An identifier already sealed. */
export interface SealedIdentifier { readonly id: string; readonly system: string; readonly sealed: Buffer; readonly blind: Buffer; readonly last4: string; readonly fault: string | null }

/** Where facts come from. */
export interface FactOrigin {
  readonly source: string;
  readonly sourceId: string | null;
  /** The persons have just been added, so none of these facts can be there: PostgreSQL need not look. */
  readonly fresh?: boolean;
}

type Disability = NonNullable<NewPerson["disability"]>;
type Situation = NonNullable<NewPerson["situations"]>[number];
type Role = NonNullable<NewPerson["roles"]>[number];
type Fields<T> = Readonly<Record<string, readonly [type: string, value: (fact: T) => unknown]>>;

/** Ids in the order of time, so that the index grows at its end. */
const NEW_ID = ["uuid", orderedId] as const;

/** Turns rows into the columns of an insert; the person and the source always lead. */
function columnsOf<T>(rows: readonly Of<T>[], sourceId: string | null, fields: Fields<T>): Column[] {
  return [
    { name: "source_id", type: "uuid", forAll: sourceId },
    { name: "person_id", type: "uuid", values: rows.map(({ personId }) => personId) },
    ...Object.entries(fields).map(([name, [type, value]]) => ({ name, type, values: rows.map(({ fact }) => value(fact) ?? null) })),
  ];
}

/** Facts of which a person has one of a kind at a time. Of persons just added only what is given twice can clash; of others PostgreSQL looks. */
function oneOfKind<T>(given: readonly Of<T>[], { fresh = false }: Pick<FactOrigin, "fresh">, kindOf: (fact: T) => string): readonly Of<T>[] {
  const seen = new Set<string>();
  return fresh ? given.filter(({ personId, fact }) => seen.size < seen.add(`${personId} ${kindOf(fact)}`).size) : given;
}
const clashing = ({ fresh = false }: Pick<FactOrigin, "fresh">, key: string) => (fresh ? undefined : `(org_id, person_id${key}) where until_on is null do nothing`);

export const insertContacts = (tx: Tx, orgId: string, rows: readonly Of<NewContact>[], sourceId: string | null) =>
  insertColumns(tx, "people.contacts", orgId, columnsOf(rows, sourceId, {
    id: NEW_ID, kind: ["text", (fact) => fact.kind], value: ["text", (fact) => fact.value], whose: ["text", (fact) => fact.whose ?? "self"],
    holder_name: ["text", (fact) => fact.holderName], relation: ["text", (fact) => fact.relation], rank: ["smallint", (fact) => fact.rank ?? 1],
  }));

export const insertIdentifiers = (tx: Tx, orgId: string, rows: readonly Of<SealedIdentifier>[], sourceId: string | null) =>
  insertColumns(tx, "people.identifiers", orgId, columnsOf(rows, sourceId, {
    id: ["uuid", (fact) => fact.id], system: ["text", (fact) => fact.system], sealed: ["bytea", (fact) => fact.sealed],
    blind: ["bytea", (fact) => fact.blind], last4: ["text", (fact) => fact.last4], fault: ["text", (fact) => fact.fault],
  }));

/** Leaves out whoever has a current one already. */
export const insertDisabilities = (tx: Tx, orgId: string, given: readonly Of<Disability>[], origin: FactOrigin) =>
  insertColumns(tx, "people.disability_facts", orgId, [
    ...columnsOf(oneOfKind(given, origin, () => ""), origin.sourceId, {
      id: NEW_ID, type: ["smallint", (fact) => fact.type], grade: ["smallint", (fact) => fact.grade], from_on: ["date", (fact) => fact.fromOn],
    }),
    { name: "source", type: "text", forAll: origin.source },
  ], clashing(origin, ""));

/** Leaves out kinds that already have a current row. */
export const insertSituations = (tx: Tx, orgId: string, given: readonly Of<Situation>[], origin: FactOrigin & { recordedBy: string }) =>
  insertColumns(tx, "people.situations", orgId, [
    ...columnsOf(oneOfKind(given, origin, ({ kind }) => kind), origin.sourceId, {
      id: NEW_ID, kind: ["text", (fact) => fact.kind], value: ["text", (fact) => fact.value], since_on: ["date", (fact) => fact.sinceOn],
    }),
    { name: "source", type: "text", forAll: origin.source }, { name: "recorded_by", type: "uuid", forAll: origin.recordedBy },
  ], clashing(origin, ", kind"));

/** Leaves out roles that already go on. */
export const insertRoles = (tx: Tx, orgId: string, given: readonly Of<Role>[], origin: Pick<FactOrigin, "sourceId" | "fresh">) =>
  insertColumns(tx, "people.role_episodes", orgId, columnsOf(oneOfKind(given, origin, ({ role }) => role), origin.sourceId, {
    id: NEW_ID, role: ["text", (fact) => fact.role], from_on: ["date", (fact) => fact.fromOn], reason: ["text", (fact) => fact.reason ?? ""],
  }), clashing(origin, ", role"));

export async function insertRelatives(tx: Tx, orgId: string, given: readonly Of<NewRelative>[], sourceId: string | null): Promise<void> {
  const rows = given.map(({ personId, fact }) => ({ personId, fact: { ...fact, id: orderedId() } }));
  await insertColumns(tx, "people.relationships", orgId, columnsOf(rows, sourceId, {
    id: ["uuid", (fact) => fact.id], other_id: ["uuid", (fact) => fact.otherId], other_name: ["text", (fact) => fact.name], other_phone: ["text", (fact) => fact.phone],
    relation: ["text", (fact) => fact.relation], inverse: ["text", (fact) => fact.inverse],
  }));
  const marks = rows.flatMap(({ fact }) => marksSaid(fact).map((kind) => ({ relationshipId: fact.id, kind })));
  await insertColumns(tx, "people.relationship_marks", orgId, [
    { name: "id", type: "uuid", values: marks.map(() => orderedId()) }, { name: "relationship_id", type: "uuid", values: marks.map(({ relationshipId }) => relationshipId) },
    { name: "kind", type: "text", values: marks.map(({ kind }) => kind) },
  ]);
}

export const insertInterests = (tx: Tx, orgId: string, rows: readonly Of<string>[], sourceId: string | null) =>
  insertColumns(tx, "people.interests", orgId, columnsOf(rows, sourceId, { interest: ["text", (fact) => fact] }), "do nothing");

export const insertLanguages = (tx: Tx, orgId: string, rows: readonly Of<string>[], sourceId: string | null) =>
  insertColumns(tx, "people.languages", orgId, columnsOf(rows, sourceId, { language: ["text", (fact) => fact] }), "do nothing");
