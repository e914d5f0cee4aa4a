import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { MemberKey, VisitorAsks, VisitorOffer } from "../model/plan.ts";
import type { DB } from "./tables.generated.ts";

/** Who said something, and when. */
interface Signed { readonly byAccount: string; readonly byName: string; readonly at: string }

const idOf = (kind: "staff" | "volunteer", key: MemberKey): string[] => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []);

/** What residents ask of visitors, as last said; who never said anything is missing. */
export async function selectAsks(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, VisitorAsks & { readonly byName: string; readonly at: string }>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("routing.visitAsks").distinctOn("personId").select(["personId", "languages", "skills", "sexAsked", "wantedAccount", "wantedPerson", "neverAccounts", "neverPersons", "byName", "at"])
    .where("orgId", "=", orgId).where("personId", "in", [...personIds]).orderBy("personId").orderBy("seq", "desc").execute();
  return new Map(rows.map(({ personId, languages, skills, sexAsked, wantedAccount, wantedPerson, neverAccounts, neverPersons, byName, at }) => [personId, {
    languages, skills, sex: sexAsked as VisitorAsks["sex"], byName, at,
    wanted: wantedAccount !== null ? `staff:${wantedAccount}` as MemberKey : wantedPerson !== null ? `volunteer:${wantedPerson}` as MemberKey : null,
    never: [...neverAccounts.map((id) => `staff:${id}` as MemberKey), ...neverPersons.map((id) => `volunteer:${id}` as MemberKey)],
  }]));
}

/** Says anew what a resident asks; what was said before stays readable. */
export async function insertAsks(tx: Tx, orgId: string, personId: string, { languages, skills, sex, wanted, never }: VisitorAsks, signed: Signed): Promise<void> {
  await tx.withTables<DB>().insertInto("routing.visitAsks").values({
    orgId, personId, languages: [...languages], skills: [...skills], sexAsked: sex, wantedAccount: wanted === null ? null : idOf("staff", wanted)[0] ?? null, wantedPerson: wanted === null ? null : idOf("volunteer", wanted)[0] ?? null,
    neverAccounts: never.flatMap((key) => idOf("staff", key)), neverPersons: never.flatMap((key) => idOf("volunteer", key)), ...signed,
    seq: sql<number>`coalesce((select max(seq) from routing.visit_asks where org_id = ${orgId} and person_id = ${personId}), 0) + 1`,
  }).execute();
}

/** What colleagues bring along, as last said; by account. */
export async function selectOffers(tx: Tx, orgId: string, accountIds: readonly string[]): Promise<ReadonlyMap<string, VisitorOffer>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("routing.visitorOffers").distinctOn("accountId").select(["accountId", "languages", "skills", "sex"])
    .where("orgId", "=", orgId).where("accountId", "in", [...accountIds]).orderBy("accountId").orderBy("seq", "desc").execute();
  return new Map(rows.map(({ accountId, ...offer }) => [accountId, offer as VisitorOffer]));
}

/** Says anew what a colleague brings along. */
export async function insertOffer(tx: Tx, orgId: string, accountId: string, offer: VisitorOffer, signed: Signed): Promise<void> {
  await tx.withTables<DB>().insertInto("routing.visitorOffers").values({
    orgId, accountId, ...offer, ...signed, seq: sql<number>`coalesce((select max(seq) from routing.visitor_offers where org_id = ${orgId} and account_id = ${accountId}), 0) + 1`,
  }).execute();
}
