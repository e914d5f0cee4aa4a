import type { Decision } from "./request.ts";

/** Why a team ends: too few members, nobody needs it, it goes on as part of another, its people moved away. */
export const CLOSING = ["too_few", "not_needed", "merged", "moved", "other"] as const;
export type Closing = (typeof CLOSING)[number];

/** Since when, why and in whose words a team is closed. */
export interface Closed {
  readonly closedOn: string;
  readonly reason: Closing;
  readonly words: string;
  readonly byName: string;
}

/** What of a team is still open: each of them is handed on or ended before it closes. */
export interface StillOpen {
  readonly requests: number;
  readonly elders: number;
  /** Turns from today on that somebody has. */
  readonly turns: number;
}

const no = (reason: string): Decision => ({ allowed: false, reason });

/** A team closes once nobody waits for it: on a day from its beginning, or its last reopening, until today. */
export function decideClosing({ closedOn, reason, words }: { readonly closedOn: string; readonly reason: Closing; readonly words: string }, team: { readonly closed: Closed | null; readonly sinceOn: string }, open: StillOpen, today: string): Decision {
  if (team.closed) return no("closed_already");
  if (open.requests + open.elders + open.turns > 0) return no("still_open");
  if (closedOn > today) return no("in_future");
  if (closedOn < team.sinceOn) return no("before_beginning");
  return reason === "other" && words === "" ? no("words_missing") : { allowed: true };
}
