/** How pressing a line of 今天 is: late, to be done today, soon, or only good to know. */
export type Urgency = "late" | "today" | "soon" | "news";

/** One line of 今天: whose matter, what about, and the one place where it is dealt with. Words are made by the page. */
export interface TodayTask {
  readonly kind: "incident" | "concern" | "duty" | "suspended" | "silence" | "enquiry" | "case" | "referral" | "follow" | "attempt" | "rhythm" | "answer" | "assessment" | "plan_review" | "plan_step" | "visit" | "hours" | "correction" | "application" | "talk" | "neighbour" | "swap" | "message" | "digest" | "birthday";
  readonly urgency: Urgency;
  /** The person it is about; empty for somebody who left no name, and for what is about many. */
  readonly name: string;
  readonly birthOn: string | null;
  readonly link: string;
  /** Values the sentence needs, by kind. */
  readonly params: Readonly<Record<string, string | number>>;
}

const ORDER: readonly Urgency[] = ["late", "today", "soon", "news"];
const KINDS: readonly TodayTask["kind"][] = ["incident", "concern", "duty", "suspended", "silence", "enquiry", "case", "referral", "follow", "attempt", "rhythm", "answer", "assessment", "plan_review", "plan_step", "visit", "neighbour", "swap", "talk", "message", "birthday", "correction", "application", "hours", "digest"];

/** The most pressing first; among equals a person's safety before an appointment. */
export function inOrder(tasks: readonly TodayTask[]): TodayTask[] {
  return [...tasks].sort((a, b) => ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** Urgency of something due on a day. */
export function urgencyOf(dueOn: string, today: string): Urgency {
  return dueOn < today ? "late" : dueOn === today ? "today" : "soon";
}
