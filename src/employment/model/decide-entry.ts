import { addDays } from "#kernel/calendar.ts";
import { holding, jobState, type JobEntry } from "./job.ts";
import type { Entry } from "./terms.ts";

type Reason = "in_future" | "before_begun" | "after_end" | "ended" | "paused_already" | "not_paused" | "minutes_missing" | "mode_missing" | "reason_missing" | "next_past" | "next_too_far" | "plan_missing" | "out_of_order" | "nothing_to_take_back" | "words_missing";
export type EntryDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

/** The furthest a next contact may be put off. */
const MOST_DAYS = 185;

/** Whether an entry may be added to a job: days lie within it, pauses and its end follow each other, what is taken back holds. */
export function decideEntry(entry: Entry & { readonly onDay: string }, job: { readonly begunOn: string; readonly entries: readonly JobEntry[] }, today: string): EntryDecision {
  const no = (reason: Reason): EntryDecision => ({ allowed: false, reason });
  const { onDay, kind } = entry;
  const { endedOn, pausedOn, pauses } = jobState(job.begunOn, job.entries);
  if (kind === "taken_back") return holding(job.entries).some(({ number }) => number === entry.ofNumber) ? (isLastOfOrder(job.entries, entry.ofNumber!) ? { allowed: true } : no("out_of_order")) : no("nothing_to_take_back");
  if (onDay > today) return no("in_future");
  if (onDay < job.begunOn) return no("before_begun");
  if (kind === "supported") return endedOn !== null && onDay > endedOn ? no("after_end") : !entry.minutes ? no("minutes_missing") : entry.mode ? { allowed: true } : no("mode_missing");
  if (endedOn !== null) return no("ended");
  if (kind === "planned") return entry.weeks === undefined || entry.startMinutes === undefined || entry.endMinutes === undefined ? no("plan_missing") : { allowed: true };
  if (kind === "followed") return entry.nextOn && entry.nextOn <= onDay ? no("next_past") : entry.nextOn && entry.nextOn > addDays(onDay, MOST_DAYS) ? no("next_too_far") : entry.words === "" ? no("words_missing") : { allowed: true };
  const last = pauses.at(-1);
  if (last && onDay < (last.backOn ?? last.fromOn)) return no("out_of_order");
  if (kind === "paused") return pausedOn === null ? { allowed: true } : no("paused_already");
  if (kind === "resumed") return pausedOn === null ? no("not_paused") : onDay <= pausedOn ? no("out_of_order") : { allowed: true };
  return entry.reason ? { allowed: true } : no("reason_missing");
}

/** Pauses and the end stand on each other: only the last of them can be taken back. */
function isLastOfOrder(entries: readonly JobEntry[], number: number): boolean {
  const order = holding(entries).filter(({ kind }) => kind === "paused" || kind === "resumed" || kind === "ended");
  return !order.some((one) => one.number === number) || order.at(-1)!.number === number;
}
