import { dayIn } from "../../kernel/calendar.ts";

/** The calendar day of an instant where the programme lives, for showing it. */
export const homeDay = (instant: string): string => dayIn(new Date(instant), "Asia/Shanghai");
