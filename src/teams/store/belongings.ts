import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Kind, Level, Part } from "../model/terms.ts";
import type { By } from "./teams.ts";
import type { DB } from "./tables.generated.ts";

interface Belonging {
  readonly id: string;
  readonly teamId: string;
  /** The team's name. */
  readonly name: string;
  /** The record that stands for the person now. */
  readonly personId: string;
  readonly fromOn: string;
  /** How many rows say what became of it. */
  readonly events: number;
  readonly untilOn: string | null;
}

export interface MemberRow extends Belonging { readonly side: "member"; readonly standing: Part | "left" }
export interface ElderRow extends Belonging { readonly side: "elder"; readonly standing: Level | "ended"; readonly kinds: readonly Kind[]; readonly note: string }
export type BelongingRow = MemberRow | ElderRow;

const COLUMNS = sql`id, team_id, name, person_id, side, from_on, standing, kinds, note, until_on, events`;

/** Everybody of a team now: members and those it looks after. */
export async function belongingsOf(tx: Tx, orgId: string, teamId: string): Promise<{ members: MemberRow[]; elders: ElderRow[] }> {
  const { rows } = await sql<BelongingRow>`select ${COLUMNS} from teams.belongings where org_id = ${orgId} and team_id = ${teamId} and until_on is null order by from_on, id`.execute(tx);
  return { members: rows.filter((row): row is MemberRow => row.side === "member"), elders: rows.filter((row): row is ElderRow => row.side === "elder") };
}

/** The teams of somebody, on either side, by the record that stands for them now; the latest first. */
export async function belongingsOfPerson(tx: Tx, orgId: string, personId: string): Promise<BelongingRow[]> {
  const { rows } = await sql<BelongingRow>`select ${COLUMNS} from teams.belongings where org_id = ${orgId} and person_id = ${personId} order by from_on desc, id`.execute(tx);
  return rows;
}

export async function insertMember(tx: Tx, orgId: string, row: { id: string; teamId: string; personId: string; joinedOn: string } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.members").values({ orgId, ...row }).execute();
}

export async function insertMemberEvent(tx: Tx, orgId: string, row: { memberId: string; number: number; part: Part | "left"; reason: string | null; onDay: string } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.memberEvents").values({ orgId, ...row }).execute();
}

export async function insertElder(tx: Tx, orgId: string, row: { id: string; teamId: string; personId: string; fromOn: string; why: string } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.elders").values({ orgId, ...row }).execute();
}

export async function insertElderEvent(tx: Tx, orgId: string, row: { elderId: string; number: number; level: Level | "ended"; kinds: readonly Kind[]; note: string; reason: string | null; onDay: string } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.elderEvents").values({ orgId, ...row, kinds: [...row.kinds] }).execute();
}

/** The members of some teams now, each with their part. */
export async function membersOfTeams(tx: Tx, orgId: string, teamIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, Part>>> {
  if (teamIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("teams.belongings").select(["teamId", "personId", "standing"]).where("orgId", "=", orgId).where("teamId", "in", [...teamIds]).where("side", "=", "member").where("untilOn", "is", null).execute();
  return new Map([...Map.groupBy(rows, ({ teamId }) => teamId!)].map(([id, members]) => [id, new Map(members.map(({ personId, standing }) => [personId!, standing as Part]))]));
}
