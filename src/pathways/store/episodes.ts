import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { AskedStep } from "../model/steps.ts";
import type { DB } from "./tables.generated.ts";

export interface By { readonly byAccount: string; readonly byName: string; readonly at: string }

export interface EpisodeRow {
  readonly id: string;
  readonly personId: string;
  readonly step: AskedStep;
  readonly what: string;
  readonly fromOn: string;
  readonly byName: string;
  readonly ended: "ended" | "withdrawn" | null;
  readonly endedOn: string | null;
  readonly endWords: string | null;
}

export async function insertEpisode(tx: Tx, orgId: string, row: Pick<EpisodeRow, "id" | "personId" | "step" | "what" | "fromOn"> & By): Promise<void> {
  await tx.withTables<DB>().insertInto("pathways.episodes").values({ orgId, ...row }).execute();
}

/** False when it has ended already. */
export async function insertEpisodeEnd(tx: Tx, orgId: string, row: { episodeId: string; kind: "ended" | "withdrawn"; onDay: string; words: string } & By): Promise<boolean> {
  const done = await tx.withTables<DB>().insertInto("pathways.episodeEnds").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Roles written down for any of a person's records, the latest first. */
export async function episodesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<EpisodeRow[]> {
  const { rows } = await sql<EpisodeRow>`
    select e.id, e.person_id, e.step, e.what, e.from_on, e.by_name, x.kind as ended, x.on_day as ended_on, x.words as end_words
    from pathways.episodes e left join pathways.episode_ends x on x.org_id = ${orgId} and x.episode_id = e.id
    where e.org_id = ${orgId} and e.person_id = any(${personIds}::uuid[]) order by e.from_on desc, e.id`.execute(tx);
  return rows;
}

export async function findEpisode(tx: Tx, orgId: string, id: string): Promise<{ personId: string; fromOn: string } | undefined> {
  return await tx.withTables<DB>().selectFrom("pathways.episodes").select(["personId", "fromOn"]).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as { personId: string; fromOn: string } | undefined;
}
