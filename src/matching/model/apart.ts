import type { EndReason } from "./pair.ts";

/** Why two people are not brought together: somebody noted it (不宜结对), or they were parted for good. The note's own words stay where they were written. */
export type Apart = "noted_apart" | "do_not_match";

const FOR_GOOD: ReadonlySet<EndReason> = new Set(["not_suited", "safeguarding"]);

/** Ends after which two people are not brought together again. */
export const isForGood = (reason: EndReason | null): boolean => reason !== null && FOR_GOOD.has(reason);
