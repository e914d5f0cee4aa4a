import { addDays } from "#kernel/calendar.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { shiftsOf, type ShiftRow } from "../../store/rota.ts";

/** How far ahead shifts can be changed, in days. */
const AHEAD_DAYS = 70;

/** The shifts that can still change, and those just past. */
export const shiftsAround = ({ actor, today }: Pick<Session, "actor" | "today">, tx: Tx, teamId: string): Promise<ShiftRow[]> => shiftsOf(tx, actor.orgId, teamId, addDays(today, -7), addDays(today, AHEAD_DAYS));
