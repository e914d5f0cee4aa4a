import type { Tx } from "#platform/db/connect.ts";
import type { Discovery, Profile } from "../model/terms.ts";
import type { DB } from "./tables.generated.ts";

export interface Written { readonly number: number; readonly onDay: string; readonly byName: string; readonly at: string }
export type ProfileRow = Profile & Written & { readonly personId: string };
export type DiscoveryRow = { readonly placeWords: string; readonly words: string } & Written;

/** The newest profile of each record. */
export async function profilesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ProfileRow[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.withTables<DB>().selectFrom("employment.profiles").distinctOn("personId").selectAll().where("orgId", "=", orgId).where("personId", "in", [...personIds]).orderBy("personId").orderBy("number", "desc").execute();
  return rows.map(({ orgId: _org, leastHours, mostHours, ...row }) => ({ ...row, ...(leastHours !== null && { leastHours }), ...(mostHours !== null && { mostHours }) })) as unknown as ProfileRow[];
}

export async function insertProfile(tx: Tx, orgId: string, personId: string, { leastHours = null, mostHours = null, ...profile }: Omit<Profile, "leastHours" | "mostHours"> & { leastHours?: number | null | undefined; mostHours?: number | null | undefined }, written: Written): Promise<void> {
  await tx.withTables<DB>().insertInto("employment.profiles").values({ orgId, personId, ...profile, leastHours, mostHours, ...written }).execute();
}

export async function discoveriesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<DiscoveryRow[]> {
  return await tx.withTables<DB>().selectFrom("employment.discoveries").select(["number", "placeWords", "words", "onDay", "byName", "at"]).where("orgId", "=", orgId).where("personId", "in", [...personIds]).orderBy("onDay", "desc").orderBy("number", "desc").execute() as DiscoveryRow[];
}

export async function insertDiscovery(tx: Tx, orgId: string, personId: string, { placeWords, discovered, onDay }: Discovery, { number, byName, at }: Written): Promise<void> {
  await tx.withTables<DB>().insertInto("employment.discoveries").values({ orgId, personId, placeWords, words: discovered, onDay, number, byName, at }).execute();
}
