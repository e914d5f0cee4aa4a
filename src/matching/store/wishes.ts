import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import { livingPairs } from "./review/proposal-state.ts";
import type { DB } from "./tables.generated.ts";

/** Hours of a week, `HH:MM`. */
export interface WishHours {
  readonly weekday: number;
  readonly fromTime: string;
  readonly toTime: string;
}

/** What a resident wishes for in a friend. */
export interface Wish {
  readonly programmeId: string;
  readonly personId: string;
  readonly wants: number;
  readonly sexAsked: "female" | "male" | null;
  readonly languagesAsked: readonly string[];
  readonly skillsSought: readonly string[];
  /** Traits that would do harm; guarded: empty unless asked for. */
  readonly avoid: readonly string[];
  readonly words: string;
  readonly meetingPlace: string;
  readonly safetyNote: string;
  readonly rhythmDays: number;
  readonly waitingSinceOn: string;
  readonly withdrawnOn: string | null;
  readonly version: number;
  readonly hours: readonly WishHours[];
}

const COLUMNS = ["programmeId", "personId", "wants", "sexAsked", "languagesAsked", "skillsSought", "words", "meetingPlace", "safetyNote", "rhythmDays", "waitingSinceOn", "withdrawnOn", "version"] as const;

/** Wishes of a programme that stand, or those of some persons; the longest waiting first. What must be avoided is read only `withAvoid`. */
export async function selectWishes(tx: Tx, orgId: string, programmeId: string, personIds?: readonly string[], { withAvoid = false } = {}): Promise<Wish[]> {
  if (personIds?.length === 0) return [];
  let query = tx.withTables<DB>().selectFrom("matching.wishes").select(COLUMNS).$if(withAvoid, (select) => select.select("avoid")).where("orgId", "=", orgId).where("programmeId", "=", programmeId);
  query = personIds ? query.where("personId", "in", [...personIds]) : query.where("withdrawnOn", "is", null);
  const rows = await query.orderBy("waitingSinceOn").orderBy("personId").execute();
  if (rows.length === 0) return [];
  const hours = await tx.withTables<DB>().selectFrom("matching.wishHours").select(["personId", "weekday", "fromTime", "toTime"])
    .where("orgId", "=", orgId).where("programmeId", "=", programmeId).where("personId", "in", rows.map(({ personId }) => personId)).orderBy("weekday").orderBy("fromTime").execute();
  const byPerson = Map.groupBy(hours, ({ personId }) => personId);
  return rows.map((row) => ({ avoid: [], ...row, hours: (byPerson.get(row.personId) ?? []).map(({ weekday, fromTime, toTime }) => ({ weekday, fromTime, toTime })) })) as Wish[];
}

/** The standing wishes of some persons about who comes, whatever the programme. */
export async function selectWishedOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<{ personId: string; sexAsked: "female" | "male" | null; languagesAsked: string[] }[]> {
  if (personIds.length === 0) return [];
  return (await tx.withTables<DB>().selectFrom("matching.wishes").select(["personId", "sexAsked", "languagesAsked"]).where("orgId", "=", orgId).where("personId", "in", [...personIds])
    .where("withdrawnOn", "is", null).orderBy("personId").orderBy("programmeId").execute()) as { personId: string; sexAsked: "female" | "male" | null; languagesAsked: string[] }[];
}

/** Who still wishes for a friend, or one more than they have; the longest waiting first. */
export async function wishingIds(tx: Tx, orgId: string, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select w.person_id from matching.wishes w
    left join (select l.resident_id, count(*) as friends from ${livingPairs({ orgId, programmeId })} l group by 1) t on t.resident_id = w.person_id
    where w.org_id = ${orgId} and w.programme_id = ${programmeId} and w.withdrawn_on is null and w.wants > coalesce(t.friends, 0) order by w.waiting_since_on, w.person_id`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** How many friends each volunteer of a programme has or has been proposed to. */
export async function friendsOfHelpers(tx: Tx, orgId: string, programmeId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ helperId: string; friends: number }>`select l.helper_id, count(*)::int as friends from ${livingPairs({ orgId, programmeId })} l group by 1`.execute(tx);
  return new Map(rows.map(({ helperId, friends }) => [helperId, friends]));
}

/** Holds a wish until the transaction ends; undefined when there is none. */
export async function lockWish(tx: Tx, orgId: string, programmeId: string, personId: string): Promise<{ version: number; waitingSinceOn: string } | undefined> {
  return tx.withTables<DB>().selectFrom("matching.wishes").select(["version", "waitingSinceOn"])
    .where("orgId", "=", orgId).where("programmeId", "=", programmeId).where("personId", "=", personId).forUpdate().executeTakeFirst();
}

/** Writes a wish and its hours. */
export async function upsertWish(tx: Tx, orgId: string, wish: Omit<Wish, "version">): Promise<void> {
  const { hours, languagesAsked, skillsSought, avoid, ...rest } = wish;
  const row = { ...rest, languagesAsked: [...languagesAsked], skillsSought: [...skillsSought], avoid: [...avoid] };
  const { programmeId, personId, ...change } = row;
  await tx.withTables<DB>().insertInto("matching.wishes").values({ orgId, ...row })
    .onConflict((clash) => clash.columns(["orgId", "programmeId", "personId"]).doUpdateSet((of) => ({ ...change, version: of("matching.wishes.version", "+", 1) }))).execute();
  await tx.withTables<DB>().deleteFrom("matching.wishHours").where("orgId", "=", orgId).where("programmeId", "=", programmeId).where("personId", "=", personId).execute();
  if (hours.length > 0) await tx.withTables<DB>().insertInto("matching.wishHours").values(hours.map((range) => ({ orgId, programmeId, personId, ...range }))).execute();
}
