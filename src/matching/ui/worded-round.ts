import type { ShownRound } from "../service/rounds/show-round.ts";
import type { WordedSide } from "./side-card.tsx";

/** A round as the page receives it: free hours are already words. */
export type WordedRound = Omit<ShownRound, "sides"> & { readonly sides: Readonly<Record<string, WordedSide>> };
