import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { requestsOf, type RequestRow } from "../../store/requests.ts";
import { shiftsOf, swapsOf, type ShiftRow, type SwapRow } from "../../store/rota.ts";

/** Far enough to reach every turn there can be. */
const FAR_ON = "9999-12-31";
/** More than a team ever has under way. */
const MOST = 2000;

export interface UnderWay {
  readonly requests: readonly RequestRow[];
  /** Turns from today on that somebody has. */
  readonly turns: readonly ShiftRow[];
  /** Swaps that wait for an answer. */
  readonly swaps: readonly SwapRow[];
}

/** What a team has under way: what was asked for, turns to come and swaps that wait. */
export async function whatIsOpen({ actor: { orgId }, today }: Pick<Session, "actor" | "today">, tx: Tx, teamId: string): Promise<UnderWay> {
  const requests = (await requestsOf(tx, orgId, teamId, FAR_ON, FAR_ON, MOST)).filter(({ state }) => state === "open" || state === "taken");
  const turns = (await shiftsOf(tx, orgId, teamId, today, FAR_ON)).filter(({ memberId }) => memberId !== null);
  const swaps = (await swapsOf(tx, orgId, [teamId], today)).filter(({ answer }) => answer === null);
  return { requests, turns, swaps };
}
