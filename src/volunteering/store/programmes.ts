import type { Tx } from "#platform/db/connect.ts";
import type { WaitingOrder, WhenFull } from "../model/recruitment/waiting.ts";
import type { DB } from "./tables.generated.ts";

/** A volunteer programme (志愿服务项目), e.g. community friends. */
export interface Programme {
  readonly id: string;
  /** Stands in the address of the public sign-up page. */
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  /** What happens after signing up, in the organisation's words. */
  readonly nextSteps: string;
  readonly contact: string;
  readonly lookedFor: string;
  readonly timeWords: string;
  /** How many may be on their way or serving at once; null: no limit. */
  readonly places: number | null;
  readonly whenFull: WhenFull;
  readonly waitingOrder: WaitingOrder;
  readonly signUpFrom: string;
  /** Last day the public page takes sign-ups; null: no end. */
  readonly signUpUntil: string | null;
  readonly version: number;
}

/** What a person may write about a programme. */
export type ProgrammeWords = Omit<Programme, "id" | "version">;

/** What the columns' constraints know. */
interface Narrow { whenFull: WhenFull; waitingOrder: WaitingOrder }

const PROGRAMME = ["id", "slug", "name", "summary", "nextSteps", "contact", "lookedFor", "timeWords", "places", "whenFull", "waitingOrder", "signUpFrom", "signUpUntil", "version"] as const;

export async function selectProgrammes(tx: Tx, orgId: string): Promise<Programme[]> {
  return tx.withTables<DB>().selectFrom("volunteering.programmes").select(PROGRAMME).where("orgId", "=", orgId).orderBy("createdAt").orderBy("id").limit(200).$narrowType<Narrow>().execute();
}

export async function selectProgramme(tx: Tx, orgId: string, id: string): Promise<Programme | undefined> {
  return tx.withTables<DB>().selectFrom("volunteering.programmes").select(PROGRAMME).where("orgId", "=", orgId).where("id", "=", id).$narrowType<Narrow>().executeTakeFirst();
}

export async function selectProgrammeBySlug(tx: Tx, orgId: string, slug: string): Promise<Programme | undefined> {
  return tx.withTables<DB>().selectFrom("volunteering.programmes").select(PROGRAMME).where("orgId", "=", orgId).where("slug", "=", slug).$narrowType<Narrow>().executeTakeFirst();
}

/** Reads one programme and holds its row until the transaction ends. */
export async function lockProgramme(tx: Tx, orgId: string, id: string): Promise<Programme | undefined> {
  return tx.withTables<DB>().selectFrom("volunteering.programmes").select(PROGRAMME)
    .where("orgId", "=", orgId).where("id", "=", id).forNoKeyUpdate().$narrowType<Narrow>().executeTakeFirst();
}

/** Adds a programme; undefined when its address is taken. */
export async function insertProgramme(tx: Tx, orgId: string, words: ProgrammeWords): Promise<string | undefined> {
  const row = await tx.withTables<DB>().insertInto("volunteering.programmes").values({ orgId, ...words })
    .onConflict((clash) => clash.columns(["orgId", "slug"]).doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}

/** Rewrites a programme's words; the row is locked and its version compared before. */
export async function updateProgramme(tx: Tx, orgId: string, id: string, words: Omit<ProgrammeWords, "slug">, version: number): Promise<void> {
  await tx.withTables<DB>().updateTable("volunteering.programmes").set({ ...words, version: version + 1 })
    .where("orgId", "=", orgId).where("id", "=", id).execute();
}
