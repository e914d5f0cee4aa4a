import { formatDayOnly } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Tone } from "#platform/ui/show/tone.ts";
import type { zh } from "../../messages/zh.ts";
import type { CaseStanding, CaseEventKind } from "../../model/cases/case.ts";
import type { NamedCase } from "../../service/cases/list-cases.ts";
import type { CaseEventRow } from "../../store/cases/cases.ts";

type Words = typeof zh.cases;

export const STANDING_TONES: Readonly<Record<CaseStanding, Tone>> = { open: "ok", paused: "due", closed: "plain" };
const EVENT_TONES: Readonly<Partial<Record<CaseEventKind, Tone>>> = { opened: "ok", reopened: "ok", approved: "ok", transfer_accepted: "ok", closed: "calm", approval_asked: "due", transfer_asked: "due", sent_back: "late", transfer_refused: "late", went_back: "due", paused: "due" };

export interface EventNames { readonly workers: Readonly<Record<string, string>>; readonly teams: Readonly<Record<string, string>> }

/** One event of a case in words. */
export function eventTitle(event: Pick<CaseEventRow, "kind" | "stage" | "reason" | "step" | "untilOn" | "workerId" | "teamId">, names: EventNames, t: Words, day: (on: string) => string): string {
  const words = t.events;
  const to = (event.workerId && names.workers[event.workerId]) || (event.teamId && names.teams[event.teamId]) || t.list.someTeam;
  switch (event.kind) {
    case "advanced": case "went_back": return words[event.kind](t.stages[event.stage!]);
    case "paused": return words.paused(day(event.untilOn!));
    case "closed": return words.closed(t.closingReasons[event.reason as "died"]);
    case "approval_asked": return words.approval_asked(t.approvalSteps[event.step!]);
    case "transfer_asked": return words.transfer_asked(to);
    default: return words[event.kind];
  }
}

/** What happened, the latest first, as the timeline shows it. */
export function timelineOf(events: readonly CaseEventRow[], names: EventNames, t: Words, language: Language, today: string) {
  const day = (on: string) => formatDayOnly(on, language, today);
  return events.toReversed().map((event) => ({
    key: String(event.number), when: day(event.onDay), at: event.onDay, title: `${eventTitle(event, names, t, day)} · ${event.byName}`, note: event.words || undefined,
    tone: EVENT_TONES[event.kind] ?? "past" as const,
  }));
}

/** What a case waits for, in words; null when for nothing. */
export function waitingWords({ pendingKind, pendingStep, askedName }: Pick<NamedCase, "pendingKind" | "pendingStep" | "askedName">, t: Words): string | null {
  if (pendingKind === "approval") return t.list.waitsApproval(t.approvalSteps[pendingStep!]);
  return pendingKind === "transfer" ? t.list.waitsHandover(askedName ?? t.list.someTeam) : null;
}
