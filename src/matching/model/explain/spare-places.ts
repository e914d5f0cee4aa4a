import { placesFree } from "./solved-round.ts";
import type { RoundView } from "./solved-round.ts";

/** What the organiser has left, and where it falls short. */
export interface SparePlaces {
  /** Helpers with places free, most first. */
  readonly spare: readonly { readonly helper: number; readonly places: number }[];
  readonly totalSpare: number;
  /** Friends still wanted, by the resident's community, most first. */
  readonly short: readonly { readonly communityId: string; readonly places: number }[];
  readonly totalShort: number;
}

export function sparePlaces(view: RoundView): SparePlaces {
  const spare = [...view.helpers.keys()].map((helper) => ({ helper, places: placesFree(view, helper) })).filter(({ places }) => places > 0).sort((a, b) => b.places - a.places || a.helper - b.helper);
  const missing = new Map<string, number>();
  view.residents.forEach(({ place }, r) => {
    const places = view.problem.wants[r]! - view.has[r]!;
    if (places > 0) missing.set(place.communityId, (missing.get(place.communityId) ?? 0) + places);
  });
  const short = [...missing].map(([communityId, places]) => ({ communityId, places })).sort((a, b) => b.places - a.places || (a.communityId < b.communityId ? -1 : 1));
  const sum = (list: readonly { places: number }[]) => list.reduce((all, { places }) => all + places, 0);
  return { spare, totalSpare: sum(spare), short, totalShort: sum(short) };
}
