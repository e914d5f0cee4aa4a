import { addDays } from "#kernel/calendar.ts";
import type { RequestStep } from "./forms.ts";

export const REQUEST_STATES = ["open", "taken", "done", "called_off"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How a request stands: its state, and who took or did it. */
export interface RequestStanding {
  readonly state: RequestState;
  readonly memberId: string | null;
}

/** Who speaks: as which member, and whether they run the team (lead, deputy, worker) and may enter it for others. */
export interface Speaker {
  readonly memberId: string | null;
  readonly runs: boolean;
}

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };
const yes: Decision = { allowed: true };
const no = (reason: string): Decision => ({ allowed: false, reason });

/** One taker at a time; only the taker, or who runs the team for them, hands back or says done; calling off wants words and whoever runs the team. */
export function decideRequest({ kind, words, minutes }: Pick<RequestStep, "kind" | "words" | "minutes">, { state, memberId }: RequestStanding, forMember: string | null, by: Speaker): Decision {
  if (state === "done" || state === "called_off") return no("request_over");
  if (kind === "called_off") return !by.runs ? no("not_yours") : words === "" ? no("words_missing") : yes;
  if (forMember === null) return no("member_missing");
  if (!by.runs && forMember !== by.memberId) return no("not_yours");
  if (kind === "taken") return state === "open" ? yes : no("taken_already");
  if (state !== "taken") return no("not_taken");
  if (forMember !== memberId) return no("not_yours");
  return kind === "done" && minutes === undefined ? no("minutes_missing") : yes;
}

/** How long a request for today or tomorrow may wait for somebody, in hours. */
const WAITING_HOURS = 4;

/** What a request waits for that should have happened: nobody took it, or nobody said how it went. */
export function overdueOf({ state, wantedOn, at }: { readonly state: RequestState; readonly wantedOn: string; readonly at: string }, now: Date, today: string): "untaken" | "unfinished" | null {
  if (state === "taken") return wantedOn < today ? "unfinished" : null;
  if (state !== "open") return null;
  return wantedOn < today || (wantedOn <= addDays(today, 1) && now.getTime() - Date.parse(at) >= WAITING_HOURS * 3_600_000) ? "untaken" : null;
}
