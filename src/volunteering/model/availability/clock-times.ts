/** A span of clock time found in a text, and where it ends. */
export interface ClockSpan {
  readonly from: string;
  readonly to: string;
  readonly end: number;
}

const HALF = "(早上|早晨|上午|中午|下午|傍晚|晚上)?\\s*";
const HOUR = "(\\d{1,2}|十[一二]?|[一二两三四五六七八九])";
const MINUTE = "(?:(?::|点|时)(\\d{2}|半)?分?)?";
const TIME = `${HALF}${HOUR}${MINUTE}`;
const SPAN = new RegExp(`${TIME}\\s*(?:[-~—–]+|到|至)\\s*${TIME}(?!\\d)`, "y");
const AFTER = new RegExp(`${TIME}\\s*(?:以后|之后|后|开始|起)`, "y");
const BEFORE = new RegExp(`${TIME}\\s*(?:以前|之前|前)`, "y");
const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/**
 * `9:00-11:30`, `下午两点到四点`, `18点以后`. A small hour without a half of
 * the day (`2点到4点`) is not guessed at: nothing is returned.
 */
export function clockSpanAt(text: string, at: number, day: { from: string; to: string }): ClockSpan | undefined {
  const span = matchAt(SPAN, text, at);
  if (span) {
    const from = minutes(span[1], span[2]!, span[3]);
    const to = from === undefined ? undefined : secondTime(from, span[4] ?? span[1], span[5]!, span[6]);
    return from === undefined || to === undefined ? undefined : { from: clock(from), to: clock(to), end: SPAN.lastIndex };
  }
  const after = matchAt(AFTER, text, at);
  if (after) return openSpan(minutes(after[1], after[2]!, after[3]), AFTER.lastIndex, (from) => ({ from, to: day.to }));
  const before = matchAt(BEFORE, text, at);
  return before && openSpan(minutes(before[1], before[2]!, before[3]), BEFORE.lastIndex, (to) => ({ from: day.from, to }));
}

function openSpan(minute: number | undefined, end: number, build: (time: string) => { from: string; to: string }): ClockSpan | undefined {
  if (minute === undefined) return undefined;
  const span = build(clock(minute));
  return span.from < span.to ? { ...span, end } : undefined;
}

/** The end of a span is later than its start: `下午2点到4点`, `9点到1点`. */
function secondTime(from: number, half: string | undefined, hour: string, minute: string | undefined): number | undefined {
  const plain = minutes(half, hour, minute, true);
  if (plain === undefined) return undefined;
  if (plain > from) return plain;
  return plain + 720 > from && plain + 720 <= 1440 ? plain + 720 : undefined;
}

function minutes(half: string | undefined, hour: string, minute: string | undefined, mayBeSmall = false): number | undefined {
  const written = /^\d/.test(hour) ? Number(hour) : NUMERALS.indexOf(hour.replace("两", "二"));
  const shift = written < 12 && half !== undefined && /下午|傍晚|晚上/.test(half) ? 12 : half === "中午" && written < 6 ? 12 : 0;
  const night = half === "晚上" && written === 12 ? 12 : 0;
  const minutePart = minute === "半" ? 30 : Number(minute ?? 0);
  const total = (written + shift + night) * 60 + minutePart;
  if (total > 1440 || minutePart > 59) return undefined;
  const small = total < 6 * 60 && half === undefined && hour.length === 1;
  return small && !mayBeSmall ? undefined : total;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
