import { daysInMonth, isDay } from "#kernel/calendar.ts";

/** A value read from a cell; `unread` when something stands there that nobody can be sure of. */
export type CellValue<T> = { readonly value: T } | { readonly unread: true };

const UNREAD = { unread: true } as const;

/** Full-width forms made narrow, outer and doubled spaces gone. */
export function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** Names keep no spaces between Chinese characters (`张 三`), and one between Latin words. */
export function readName(text: string): string {
  return plain(text).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
}

export function readSex(text: string): CellValue<"male" | "female" | null> {
  const written = plain(text).toLowerCase();
  if (written === "") return { value: null };
  if (/^(男|男性|m|male)$/.test(written)) return { value: "male" };
  return /^(女|女性|f|female)$/.test(written) ? { value: "female" } : UNREAD;
}

/** A mobile (手机) or a landline with its area code, digits only; extra marks and +86 are dropped. */
export function readPhone(text: string): CellValue<string | null> {
  const digits = plain(text).replace(/^\+?86(?=[ -]?1[3-9])/, "").replace(/[\s()-]/g, "");
  if (digits === "" || /^(无|没有)$/.test(digits)) return { value: null };
  return /^1[3-9]\d{9}$|^0\d{9,11}$/.test(digits) ? { value: digits } : UNREAD;
}

/**
 * A birth date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as it is known.
 * `1996.1` in a number cell may have been `1996.10`: the month is then unread.
 */
export function readBirth(text: string, isNumber: boolean, on: string): CellValue<string | null> {
  const written = plain(text).replace(/ 00:00:00$/, "");
  if (written === "") return { value: null };
  if (isNumber && /^\d{4}\.1$/.test(written)) return UNREAD;
  const match = /^(\d{4})(?:[-./年 ]?(\d{1,2})(?:[-./月 ]?(\d{1,2}))?)?[月日号]?$/.exec(written);
  const parts = match && /^\d{4}$|^\d{6}$|^\d{8}$|\D/.test(written) ? match : undefined;
  if (!parts) return UNREAD;
  const birth = [parts[1]!, ...[parts[2], parts[3]].filter((part) => part !== undefined).map((part) => part.padStart(2, "0"))].join("-");
  return isBirth(birth) && birth <= on && birth >= "1900" ? { value: birth } : UNREAD;
}

/** True for a real day, month or year written as in a birth date. */
function isBirth(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  return month ? daysInMonth(Number(month[1]), Number(month[2])) > 0 && Number(month[2]) >= 1 && Number(month[2]) <= 12 : isDay(text);
}

/** 园艺、看电影、散步 → three entries, each once; 无 → none. */
export function readList(text: string): string[] {
  const entries = plain(text).split(/[、,;/|]|\s+和\s+/).map((entry) => entry.trim());
  return [...new Set(entries)].filter((entry) => entry !== "" && !/^(无|没有|none|\/|-)$/i.test(entry));
}

/** How many training sessions (`3`、`3次`、`2/3`), or `all` (已完成、是). */
export function readSessions(text: string): CellValue<number | "all"> {
  const written = plain(text);
  if (/^(|未|否|无|未参加|未完成)$/.test(written)) return { value: 0 };
  if (/^(是|已?完成|全部(完成)?|已?参加|yes|all)$/i.test(written)) return { value: "all" };
  const count = /^(\d{1,2})(?:\.0)?\s*(?:次|场|\/\s*\d{1,2})?$/.exec(written);
  return count ? { value: Number(count[1]) } : UNREAD;
}

export function readScreening(text: string): CellValue<"met" | "pending" | "refused" | null> {
  const written = plain(text);
  if (/^(|未|否|无|未提交|未办理)$/.test(written)) return { value: null };
  if (/^(已提交|已交|已有|有|是|合格|通过|无犯罪记录|√|yes)$/i.test(written)) return { value: "met" };
  if (/办理中|申请中|待(提交|补)|pending/i.test(written)) return { value: "pending" };
  return /^(不合格|不通过|有犯罪记录|有记录)$/.test(written) ? { value: "refused" } : UNREAD;
}

export function readAppraisal(text: string): CellValue<"service_team" | "reserve" | "refused" | null> {
  const written = plain(text);
  if (/^(|待定|待面试|未面试)$/.test(written)) return { value: null };
  if (/^(通过|合格|录用|服务队|pass(ed)?)$/i.test(written)) return { value: "service_team" };
  if (/^(储备|备选|候补|储备队?|reserve)$/i.test(written)) return { value: "reserve" };
  return /^(不适合|不合适|不通过|未通过|不合格|不录用|fail(ed)?)$/i.test(written) ? { value: "refused" } : UNREAD;
}

/** The day and time a form was sent, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; null when empty. */
export function readMoment(text: string): CellValue<string | null> {
  const written = plain(text);
  if (written === "") return { value: null };
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?.*)?$/.exec(written);
  if (!match) return UNREAD;
  const pad = (part: string | undefined) => (part ?? "0").padStart(2, "0");
  const day = `${match[1]}-${pad(match[2])}-${pad(match[3])}`;
  if (!isDay(day)) return UNREAD;
  return { value: match[4] === undefined ? day : `${day} ${pad(match[4])}:${pad(match[5])}:${pad(match[6])}` };
}

/** A phone and, where written beside it, whose (`母亲 13800000000`). */
export function readContact(text: string): CellValue<{ name: string | null; phone: string } | null> {
  const written = plain(text);
  if (written === "") return { value: null };
  const phone = /(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8}/.exec(written);
  const read = phone && readPhone(phone[0]);
  if (!read || "unread" in read || read.value === null) return UNREAD;
  const name = written.replace(phone[0], "").replace(/[()、,:;/]/g, " ").replace(/\s+/g, " ").trim();
  return { value: { name: name === "" ? null : name, phone: read.value } };
}
