import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PaperFacts } from "#platform/print/paper.ts";
import { groupsText } from "../../messages/index.ts";
import type { SessionMark } from "../../model/forms.ts";
import type { LoadedGroup } from "../show-group.ts";

export type Facts = PaperFacts["fields"];

/** Papers are in Chinese. */
export const words = groupsText.zh;

/** Always with the year: paper outlives it. */
export const day = (on: string | null | undefined): string | null => (on ? formatDayOnly(on, "zh", "") : null);
export const number = (value: number | null | undefined): string | null => (value == null ? null : String(value));
export const mean = (value: number | null): string | null => (value === null ? null : value.toFixed(1));
export const signed = (change: number, digits = 0): string => `${change > 0 ? "+" : change < 0 ? "−" : "±"}${Math.abs(change).toFixed(digits)}`;

/** Consent counts at the moment a form is made: of who has not agreed, or lets no data be kept, it says only whether they came. */
export const mayTell = ({ consent, blank }: LoadedGroup["members"][number]): boolean => consent === "given" && !blank;

/** A mark as a line of a form. */
export const markLine = (mark: SessionMark | undefined, tell: boolean): Facts => ({
  出席: mark && words.marks[mark.state], 参与: tell && mark?.takingPart ? words.takingPart[mark.takingPart - 1] : null, 看到: tell ? mark?.seen : null,
});
