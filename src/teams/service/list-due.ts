import { addDays } from "#kernel/calendar.ts";
import { personCards, whoAllows } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { overdueOf } from "../model/request.ts";
import { OWN } from "../model/policy.ts";
import type { DayPart, Kind } from "../model/terms.ts";
import { requestsUnderWay } from "../store/requests.ts";
import { swapsOf } from "../store/rota.ts";
import { isStaff, ownTeams } from "./ground.ts";

/** What is older is not dug up every morning, in days. */
const BACK_DAYS = 60;

export interface DueRequest {
  readonly id: string;
  readonly elderName: string;
  readonly teamName: string;
  readonly kind: Kind;
  readonly wantedOn: string;
  readonly wantedPart: DayPart;
  /** Why it is shown: nobody took it or said how it went (for workers); it waits for somebody; the reader took it. */
  readonly why: "untaken" | "unfinished" | "open" | "mine";
}

export interface DueInTeams {
  readonly requests: readonly DueRequest[];
  /** Teams in which a swap waits for the reader's answer. */
  readonly swaps: readonly { readonly teamId: string; readonly name: string; readonly count: number }[];
}

/** For workers what nobody took or finished in time; for members what waits in their teams and what they took. Whoever no longer agrees is not named. */
export async function listDueInTeams(session: Session, limit: number): Promise<DueInTeams> {
  const { actor: { orgId, personId, capabilities }, now, today } = session;
  const staff = isStaff(session);
  if (!capabilities.has(OWN) || (!staff && personId === null)) return { requests: [], swaps: [] };
  return session.read(async (tx) => {
    const own = await ownTeams(session, tx);
    const mine = new Set(own.map(({ id }) => id));
    if (!staff && own.length === 0) return { requests: [], swaps: [] };
    const rows = (await requestsUnderWay(tx, orgId, addDays(today, -BACK_DAYS), { limit: 200, ...(!staff && { teamIds: own.map(({ teamId }) => teamId) }) })).flatMap((row) => {
      const why = row.memberId !== null && mine.has(row.memberId) ? "mine" as const : staff ? overdueOf(row, now, today) : row.state === "open" ? "open" as const : null;
      return why === null ? [] : [{ ...row, why }];
    });
    const agreeing = await whoAllows(tx, orgId, rows.map((row) => row.personId), "be_matched", today);
    const cards = await personCards(tx, orgId, rows.map((row) => row.personId));
    const swaps = mine.size === 0 ? [] : (await swapsOf(tx, orgId, own.map(({ teamId }) => teamId), today)).filter(({ answer, toMember }) => answer === null && mine.has(toMember));
    return {
      requests: rows.filter((row) => agreeing.has(row.personId)).slice(0, limit).map(({ id, teamName, kind, wantedOn, wantedPart, why, personId: about }) => ({ id, teamName, kind, wantedOn, wantedPart, why, elderName: cards.get(about)?.preferredName ?? cards.get(about)?.name ?? "" })),
      swaps: own.map(({ teamId, name }) => ({ teamId, name, count: swaps.filter((one) => one.teamId === teamId).length })).filter(({ count }) => count > 0),
    };
  });
}
