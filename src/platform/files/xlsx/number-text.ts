/** Formats Excel numbers that are calendar days or times without saying so in the file: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese. */
const BUILT_IN_DATE_FORMATS: readonly (readonly [number, number])[] = [[14, 22], [27, 36], [45, 47], [50, 58]];

/** True when a number format shows a day or a time, so the number under it is a day count. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATE_FORMATS.some(([from, to]) => id >= from && id <= to);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return !/^general$/i.test(bare.trim()) && /[ymdhs]/i.test(bare.split(";")[0] ?? "");
}

/**
 * A number with every digit the file holds: `5.30103200206107E+17` becomes
 * `530103200206107000` by moving the point in the text, because a double cannot
 * carry 18 digits. Short binary fractions are shown as Excel does, to 15 digits.
 */
export function plainNumber(written: string): string {
  const text = written.trim();
  if (/^-?\d+$/.test(text)) return text;
  const scientific = /^(-?)(\d+)(?:\.(\d*))?[eE]([+-]?\d+)$/.exec(text);
  if (!scientific) return shortNumber(text);
  const [, sign = "", whole = "", fraction = "", exponentText = "0"] = scientific;
  const exponent = Number(exponentText);
  if (exponent < fraction.length || exponent > 40) return shortNumber(text);
  const digits = (whole + fraction.padEnd(exponent, "0")).replace(/^0+(?=\d)/, "");
  return sign + digits;
}

function shortNumber(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : text;
}

const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system, placed so that days after Excel's invented 29 February 1900 come out right. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** A day count as `YYYY-MM-DD`, with ` HH:MM:SS` when it has a time; a time alone as `HH:MM:SS`; undefined when out of Excel's range. */
export function dateText(serial: number, since1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_DAY + 1) return undefined;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const time = new Date(seconds * 1000 % DAY_MS).toISOString().slice(11, 19);
  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  if (days === 0 && !since1904) return time;
  const shifted = !since1904 && days < 60 ? days + 1 : days;
  const day = new Date((since1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_MS).toISOString().slice(0, 10);
  return time === "00:00:00" ? day : `${day} ${time}`;
}
