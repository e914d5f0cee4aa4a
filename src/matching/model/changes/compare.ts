import type { PairOfIds } from "../round.ts";

/** Why a resident's friend is another than before, or none any more; ids only. */
export type Why =
  | "resident_came" | "helper_left" | "forbidden" | "locked" | "no_longer_fits" | "place_free" | "makes_room";

/** Whom the answer before had proposed for this place, and why it is different now. */
export interface Came {
  /** The helper proposed before; null for somebody who had none. */
  readonly was: string | null;
  readonly why: Why;
}

/** How many changed, by kind; `gone` are residents no longer in the round. */
export interface ChangeCounts {
  readonly kept: number;
  readonly added: number;
  readonly moved: number;
  readonly lost: number;
  readonly gone: number;
}

/** What is known besides the two answers, to say why. */
export interface ChangeGround {
  readonly residents: ReadonlySet<string>;
  readonly helpers: ReadonlySet<string>;
  readonly isForbidden: (pair: PairOfIds) => boolean;
  readonly isLocked: (pair: PairOfIds) => boolean;
  /** The rules allow the pair today. */
  readonly fits: (pair: PairOfIds) => boolean;
}

export interface Comparison {
  readonly counts: ChangeCounts;
  /** For each pair of the answer that the one before did not have, by `pairKey`. */
  readonly came: ReadonlyMap<string, Came>;
  /** For each resident who had a proposal before and has fewer now. */
  readonly lost: ReadonlyMap<string, Came>;
}

export const pairKey = ({ residentId, helperId }: PairOfIds): string => `${residentId} ${helperId}`;

/** What one answer changes against another, with the reason for each change. */
export function compareAnswers(before: readonly PairOfIds[], after: readonly PairOfIds[], ground: ChangeGround): Comparison {
  const [had, has] = [new Set(before.map(pairKey)), new Set(after.map(pairKey))];
  const lostPlaces = Map.groupBy(before.filter((pair) => !has.has(pairKey(pair))), ({ residentId }) => residentId);
  const hadAny = new Set(before.map(({ residentId }) => residentId));
  const came = new Map<string, Came>();
  const counts = { kept: 0, added: 0, moved: 0, lost: 0, gone: 0 };
  for (const pair of after) {
    if (had.has(pairKey(pair))) { counts.kept++; continue; }
    const was = lostPlaces.get(pair.residentId)?.pop();
    if (was) counts.moved++;
    else counts.added++;
    came.set(pairKey(pair), { was: was?.helperId ?? null, why: was ? whyMoved(was, pair, ground) : ground.isLocked(pair) ? "locked" : hadAny.has(pair.residentId) ? "place_free" : "resident_came" });
  }
  const lost = new Map<string, Came>();
  for (const [residentId, places] of lostPlaces) {
    for (const was of places) {
      if (!ground.residents.has(residentId)) { counts.gone++; continue; }
      counts.lost++;
      lost.set(residentId, { was: was.helperId, why: whyNoMore(was, ground) ?? "makes_room" });
    }
  }
  return { counts, came, lost };
}

function whyMoved(was: PairOfIds, now: PairOfIds, ground: ChangeGround): Why {
  return whyNoMore(was, ground) ?? (ground.isLocked(now) ? "locked" : "makes_room");
}

/** What speaks against the pair of before itself; null when it gave way to others. */
function whyNoMore(was: PairOfIds, { helpers, isForbidden, fits }: ChangeGround): Why | null {
  if (!helpers.has(was.helperId)) return "helper_left";
  if (isForbidden(was)) return "forbidden";
  return fits(was) ? null : "no_longer_fits";
}
