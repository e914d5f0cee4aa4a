import { type Token, wordAt } from "./lexicon.ts";
import { DAY_PARTS, type DayParts, normaliseHours, type Weekday, WEEKDAYS, type WeeklyHours, withoutHours } from "./weekly-hours.ts";
import { clockSpanAt } from "./clock-times.ts";

export interface ReadAvailability {
  readonly hours: readonly WeeklyHours[];
  /** Pieces nobody could be sure of (看情况、隔周、寒暑假 …), to be asked about. */
  readonly unread: readonly string[];
}

/** Reads availability as people write it (周日全天、工作日晚上、除周三外均可). Never guesses: what is unclear comes back as unread. */
export function readAvailability(text: string, parts: DayParts = DAY_PARTS): ReadAvailability {
  const reader: Reader = { parts, given: [], taken: [], group: emptyGroup() };
  const tokens = tokenise(text, parts);
  for (const [index, token] of tokens.entries()) take(reader, token, tokens[index - 1]);
  flush(reader);
  const base = reader.given.length === 0 && reader.taken.length > 0 ? wholeWeek(parts) : reader.given;
  return {
    hours: withoutHours(normaliseHours(base), reader.taken),
    unread: tokens.flatMap((token) => (token.kind === "unread" ? token.text : [])),
  };
}

/** Days and hours read so far that belong together. */
interface Group {
  days: Weekday[];
  spans: { from: string; to: string }[];
  except: boolean;
}

interface Reader {
  readonly parts: DayParts;
  readonly given: WeeklyHours[];
  readonly taken: WeeklyHours[];
  group: Group;
}

function emptyGroup(): Group {
  return { days: [], spans: [], except: false };
}

function tokenise(text: string, parts: DayParts): Token[] {
  const plain = text.normalize("NFKC").toLowerCase().trim();
  const tokens: Token[] = [];
  let unread = "";
  const add = (token: Token) => {
    if (unread.trim()) tokens.push({ kind: "unread", text: unread.trim() });
    unread = "";
    tokens.push(token);
  };
  for (let at = 0; at < plain.length;) {
    const span = clockSpanAt(plain, at, parts.all_day);
    const word = span ? { token: { kind: "hours", from: span.from, to: span.to } as const, end: span.end } : wordAt(plain, at);
    if (word) add(word.token);
    else unread += plain[at];
    at = word ? word.end : at + 1;
  }
  add({ kind: "filler" });
  return tokens;
}

function take(reader: Reader, token: Token, before: Token | undefined): void {
  const { group } = reader;
  switch (token.kind) {
    case "days": return takeDays(reader, token.days, before);
    case "part": group.spans.push(reader.parts[token.part]); return;
    case "hours": return takeHours(reader, token, before);
    case "after_work": return takeAfterWork(reader);
    case "all": return takeAll(reader);
    case "except": flush(reader); reader.group.except = true; return;
    case "not": group.except = true; flush(reader); return;
    case "clause": if (group.spans.length > 0 || group.days.length > 0) flush(reader); return;
    default:
  }
}

/** New days after hours begin a new group; `晚上周一至周五` says the hours first. */
function takeDays(reader: Reader, days: readonly Weekday[], before: Token | undefined): void {
  const hoursFirst = reader.group.days.length === 0 && before?.kind !== "join";
  if (reader.group.spans.length > 0 && !hoursFirst) flush(reader);
  reader.group.days.push(...days);
}

/** `下午2点到4点` was read as one span already; `下午 14:00-16:00` narrows the word before it. */
function takeHours(reader: Reader, span: { from: string; to: string }, before: Token | undefined): void {
  if (before?.kind === "part") reader.group.spans.pop();
  reader.group.spans.push({ from: span.from, to: span.to });
}

function takeAfterWork(reader: Reader): void {
  if (reader.group.days.length === 0) {
    flush(reader);
    reader.group.days.push(1, 2, 3, 4, 5);
  }
  reader.group.spans.push(reader.parts.evening);
}

/** 均可 after days or hours only confirms them; alone it means any time. */
function takeAll(reader: Reader): void {
  if (reader.group.except) flush(reader);
  if (reader.group.days.length === 0 && reader.group.spans.length === 0) reader.given.push(...wholeWeek(reader.parts));
}

function flush(reader: Reader): void {
  const { days, spans, except } = reader.group;
  reader.group = emptyGroup();
  if (days.length === 0 && spans.length === 0) return;
  const onDays = days.length > 0 ? days : WEEKDAYS;
  const atHours = spans.length > 0 ? spans : [except ? { from: "00:00", to: "24:00" } : reader.parts.all_day];
  const hours = onDays.flatMap((weekday) => atHours.map(({ from, to }) => ({ weekday, from, to })));
  (except ? reader.taken : reader.given).push(...hours);
}

function wholeWeek(parts: DayParts): WeeklyHours[] {
  return WEEKDAYS.map((weekday) => ({ weekday, ...parts.all_day }));
}
