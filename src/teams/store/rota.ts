import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Shift, Swap } from "../model/rota.ts";
import type { By } from "./teams.ts";
import type { DB } from "./tables.generated.ts";

export interface ShiftRow extends Shift { readonly events: number }
export interface SwapRow extends Swap { readonly id: string; readonly onDay: string; readonly answer: "agreed" | "refused" | "withdrawn" | null; readonly answeredBy: string | null; readonly byName: string }

/** Shifts of a team between two days, with who has them now. */
export async function shiftsOf(tx: Tx, orgId: string, teamId: string, fromOn: string, untilOn: string): Promise<ShiftRow[]> {
  const { rows } = await sql<ShiftRow>`
    select s.id, s.on_day, s.part, e.member_id, coalesce(e.number, 0) as events from teams.shifts s
    left join lateral (select member_id, number from teams.shift_events e where e.org_id = s.org_id and e.shift_id = s.id order by number desc limit 1) e on true
    where s.org_id = ${orgId} and s.team_id = ${teamId} and s.on_day between ${fromOn}::date and ${untilOn}::date order by s.on_day, array_position(array['morning', 'afternoon', 'evening'], s.part)`.execute(tx);
  return rows;
}

export async function insertShifts(tx: Tx, orgId: string, teamId: string, shifts: readonly Shift[], by: By): Promise<void> {
  if (shifts.length === 0) return;
  const table = tx.withTables<DB>();
  await table.insertInto("teams.shifts").values(shifts.map(({ id, onDay, part }) => ({ orgId, id, teamId, onDay, part, ...by }))).execute();
  await table.insertInto("teams.shiftEvents").values(shifts.map(({ id, memberId }) => ({ orgId, shiftId: id, number: 1, memberId, ...by }))).execute();
}

/** Who has shifts from now on. */
export async function insertShiftEvents(tx: Tx, orgId: string, rows: readonly { shiftId: string; number: number; memberId: string | null; swapId: string | null }[], by: By): Promise<void> {
  if (rows.length > 0) await tx.withTables<DB>().insertInto("teams.shiftEvents").values(rows.map((row) => ({ orgId, ...row, ...by }))).execute();
}

export async function insertSwap(tx: Tx, orgId: string, row: Swap & { id: string; teamId: string; onDay: string } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.swaps").values({ orgId, ...row }).execute();
}

export async function insertSwapAnswer(tx: Tx, orgId: string, row: { swapId: string; answer: "agreed" | "refused" | "withdrawn" } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.swapAnswers").values({ orgId, ...row }).execute();
}

/** Swaps of a team whose shift lies on or after a day, with their answers. */
export async function swapsOf(tx: Tx, orgId: string, teamIds: readonly string[], fromOn: string): Promise<(SwapRow & { teamId: string })[]> {
  if (teamIds.length === 0) return [];
  const { rows } = await sql<SwapRow & { teamId: string }>`
    select w.id, w.team_id, w.shift_id, w.from_member, w.to_member, w.for_shift, w.on_day, w.by_name, a.answer, a.by_name as answered_by from teams.swaps w
    left join teams.swap_answers a on a.org_id = w.org_id and a.swap_id = w.id
    where w.org_id = ${orgId} and w.team_id = any(${teamIds}::uuid[]) and w.on_day >= ${fromOn}::date order by w.on_day desc, w.id`.execute(tx);
  return rows;
}
