import { addDays } from "#kernel/calendar.ts";
import type { ConsentState, Purpose } from "../terms.ts";
import { allows } from "./consent.ts";

export const DUTY_KINDS = ["stop", "tell", "delete"] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** What a person still has to do after a withdrawal; what the system shows it stops showing by itself. */
interface Duty {
  readonly code: "stop_contact" | "tell_contacts" | "stop_copies" | "delete_file" | "tell_person" | "tell_recipients" | "stop_sharing" | "delete_pictures" | "tell_publishers" | "stop_pair" | "tell_friend";
  readonly kind: DutyKind;
  /** Days it may take; 0 is the day of the withdrawal. */
  readonly days: number;
}

/**
 * What each withdrawal asks for. That processing stops and what was processed on consent is deleted: PIPL art. 15 and 47. The days are Linli's
 * proposal, not taken from a rule.
 */
export const DUTY_PACK: { readonly source: string; readonly verified: boolean; readonly duties: Readonly<Record<Purpose, readonly Duty[]>> } = {
  source: "《个人信息保护法》第十五条、第四十七条；期限为本系统拟定", verified: false,
  duties: {
    contact: [{ code: "stop_contact", kind: "stop", days: 0 }, { code: "tell_contacts", kind: "tell", days: 1 }],
    keep_data: [{ code: "stop_copies", kind: "stop", days: 1 }, { code: "tell_person", kind: "tell", days: 15 }, { code: "delete_file", kind: "delete", days: 15 }],
    share: [{ code: "stop_sharing", kind: "stop", days: 0 }, { code: "tell_recipients", kind: "tell", days: 3 }],
    photograph: [{ code: "delete_pictures", kind: "delete", days: 7 }, { code: "tell_publishers", kind: "tell", days: 3 }],
    be_matched: [{ code: "stop_pair", kind: "stop", days: 3 }, { code: "tell_friend", kind: "tell", days: 3 }],
  },
};

/** The duties of a new answer: of a withdrawal, and of a no where a yes stood. */
export function dutiesOf({ purpose, state }: { purpose: Purpose; state: ConsentState }, before: ConsentState | undefined, today: string): (Duty & { readonly dueOn: string })[] {
  const ends = state === "withdrawn" || (state === "refused" && before === "given");
  return ends ? DUTY_PACK.duties[purpose].map((duty) => ({ ...duty, dueOn: addDays(today, duty.days) })) : [];
}

export const DUTY_ANSWERS = ["done", "not_needed", "handed_over", "reopened"] as const;
export type DutyAnswer = (typeof DUTY_ANSWERS)[number];

export type DutyState = "open" | "late" | "done" | "not_needed" | "lapsed";

/** How a duty stands: settled by its last answer, lapsed when the person agrees again, otherwise open until its day and late afterwards. */
export function dutyState(duty: { dueOn: string; purpose: Purpose; answers: readonly DutyAnswer[] }, consent: ConsentState | undefined, today: string): DutyState {
  const settled = duty.answers.findLast((answer) => answer !== "handed_over");
  if (settled === "done" || settled === "not_needed") return settled;
  if (consent !== undefined && allows(duty.purpose, consent)) return "lapsed";
  return duty.dueOn < today ? "late" : "open";
}
