import { RRuleTemporal } from "rrule-temporal";
import { Refusal } from "#kernel/refusal.ts";

/** Sessions one series may have: every day of a year. */
const MOST_SESSIONS = 366;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
/** Parts of RFC 5545 that speak of days; hours and minutes are the session's own. */
const PARTS = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYWEEKNO", "BYYEARDAY", "WKST"]);
const FREQUENCIES = new Set(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);

/**
 * The days of a series, in order. A rule is expanded over calendar days, never over instants: "every Monday" means Mondays here, whatever the
 * clocks of other zones say, and the hour is added afterwards. A first day the rule does not give is left out, as RFC 5545 advises against it.
 */
export function daysOf(startsOn: string, rule: string): string[] {
  if (rule === "") return [startsOn];
  checkRule(rule);
  const days: string[] = [];
  try {
    const recurrence = new RRuleTemporal({ rruleString: `DTSTART:${compact(startsOn)}T000000Z\nRRULE:${rule.replace(/UNTIL=(\d{8})(T\d{6}Z?)?/, "UNTIL=$1T000000Z")}`, maxIterations: 5000 });
    recurrence.all((instant, index) => {
      if (index <= MOST_SESSIONS) days.push(instant.toString().slice(0, 10));
      return index < MOST_SESSIONS;
    });
  } catch {
    throw fault("activities.rule_unreadable");
  }
  if (days.length > MOST_SESSIONS) throw fault("activities.rule_too_long");
  if (days.length === 0) throw fault("activities.rule_gives_no_day");
  return days;
}

function checkRule(rule: string): void {
  const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string | undefined]));
  if (![...parts].every(([name, value]) => PARTS.has(name) && value) || !FREQUENCIES.has(parts.get("FREQ") ?? "")) throw fault("activities.rule_unreadable");
  if (!parts.has("COUNT") && !parts.has("UNTIL")) throw fault("activities.rule_without_end");
}

const fault = (reason: `activities.${string}`) => new Refusal("invalid_input", reason, { fields: [{ field: "rule", reason }] });
const compact = (day: string): string => day.replaceAll("-", "");

/** How a form describes a repetition. */
export interface Repetition {
  readonly repeats: "once" | "weekly" | "fortnightly" | "monthly" | "rule";
  /** ISO weekdays, 1–7; the first day's own when none is named. */
  readonly weekdays: readonly number[];
  /** Last day on which a session may fall. */
  readonly untilOn: string;
}

/** The rule in words of RFC 5545. Monthly means the same weekday of the same week: the second Tuesday. */
export function ruleOf(startsOn: string, { repeats, weekdays, untilOn }: Repetition): string {
  const own = new Date(`${startsOn}T00:00:00Z`).getUTCDay() || 7;
  const days = (weekdays.length > 0 ? [...new Set(weekdays)].sort() : [own]).map((weekday) => WEEKDAYS[weekday - 1]!);
  const until = `UNTIL=${compact(untilOn)}`;
  if (repeats === "weekly") return `FREQ=WEEKLY;BYDAY=${days.join(",")};${until}`;
  if (repeats === "fortnightly") return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days.join(",")};${until}`;
  if (repeats === "monthly") return `FREQ=MONTHLY;BYDAY=${Math.ceil(Number(startsOn.slice(8)) / 7)}${WEEKDAYS[own - 1]};${until}`;
  return "";
}

/** A rule as a form can show it again; what the form has no fields for stays a rule. */
export function repetitionOf(rule: string): { repeats: Repetition["repeats"]; weekdays: number[]; untilOn: string | null } {
  const parts = Object.fromEntries(rule.split(";").map((part) => part.split("=", 2))) as Record<string, string>;
  const until = parts.UNTIL ? `${parts.UNTIL.slice(0, 4)}-${parts.UNTIL.slice(4, 6)}-${parts.UNTIL.slice(6, 8)}` : null;
  const weekdays = (parts.BYDAY ?? "").split(",").map((day) => WEEKDAYS.findIndex((one) => one === day) + 1).filter((weekday) => weekday > 0);
  if (rule === "") return { repeats: "once", weekdays: [], untilOn: null };
  if (until !== null && /^FREQ=WEEKLY;BYDAY=[A-Z,]+;UNTIL=\d{8}$/.test(rule)) return { repeats: "weekly", weekdays, untilOn: until };
  if (until !== null && /^FREQ=WEEKLY;INTERVAL=2;BYDAY=[A-Z,]+;UNTIL=\d{8}$/.test(rule)) return { repeats: "fortnightly", weekdays, untilOn: until };
  if (until !== null && /^FREQ=MONTHLY;BYDAY=\d[A-Z]{2};UNTIL=\d{8}$/.test(rule)) return { repeats: "monthly", weekdays: [], untilOn: until };
  return { repeats: "rule", weekdays, untilOn: until };
}
