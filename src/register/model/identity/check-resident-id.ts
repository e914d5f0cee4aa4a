import { isRealDay } from "../normalise/date.ts";
import { code, tidy } from "../normalise/text.ts";
import type { Sex } from "../normalise/sex.ts";

/** What is wrong with an identity number, in the order looked at. */
export type ResidentIdFault = "length" | "characters" | "birth_date" | "birth_in_future" | "check_digit" | "turned_into_number";

/** An identity number (公民身份号码) as read. `id` is the 18 characters when it can be one, else what was written. */
export interface ResidentIdCheck {
  readonly id: string;
  readonly fault: ResidentIdFault | null;
  /** From places 7–14; null when they are no day. */
  readonly birthOn: string | null;
  /** From place 17: odd is male. */
  readonly sex: Sex | null;
  /** A 15-digit number of before 1999, written out as 18. */
  readonly upgraded: boolean;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
/** Excel keeps 15 digits of a number: the last three of an 18-digit number become zeros. */
const LOST_BY_EXCEL = /^\d{15}000$/;
/** What CSV keeps of such a number when Excel shows it short: `5.30103E+17`. */
export const SCIENTIFIC = /^(\d)(?:\.(\d+))?E\+?1[67]$/;

/** Check character over the first 17 digits. Source: GB 11643-1999, ISO 7064 MOD 11-2. */
export function checkCharacterOf(first17: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += (first17.charCodeAt(place) - 48) * WEIGHTS[place]!;
  return "10X98765432"[sum % 11]!;
}

/**
 * Checks an identity number. The division in its first six places is not
 * looked up: divisions are abolished, the numbers given out under them stay.
 * A right check character does not mean that the number is real.
 *
 * `numeric`: the cell held a number, not text; then a number that ends in 000 has lost its last digits.
 * `today`: `YYYY-MM-DD`; later birth dates are refused.
 */
export function checkResidentId(text: string, numeric: boolean, today: string): ResidentIdCheck {
  const written = /^[0-9]{17}[0-9X]$/.test(text) ? text : code(text);
  const short = written.includes("E") ? tidy(text).replace(/['\s]/g, "").toUpperCase() : "";
  if (SCIENTIFIC.test(short)) return bad(short, "turned_into_number");
  const upgraded = /^\d{15}$/.test(written);
  const id = upgraded ? upgrade(written) : written;
  if (id.length !== 18) return bad(written, "length");
  if (!/^\d{17}[\dX]$/.test(id)) return bad(written, "characters");
  const birthOn = birthIn(id);
  const sex: Sex = (id.charCodeAt(16) - 48) % 2 === 1 ? "male" : "female";
  const right = checkCharacterOf(id) === id[17];
  const fault = LOST_BY_EXCEL.test(id) && (numeric || !right) ? "turned_into_number"
    : !birthOn ? "birth_date"
      : birthOn > today ? "birth_in_future"
        : right ? null : "check_digit";
  return { id, fault, birthOn, sex: fault === "turned_into_number" ? null : sex, upgraded };
}

/** Born 19xx is all that 15-digit numbers could say (two-digit year, issued until 1999). */
function upgrade(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return first17 + checkCharacterOf(first17);
}

function birthIn(id: string): string | null {
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)];
  return Number(year) >= 1850 && isRealDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : null;
}

function bad(id: string, fault: ResidentIdFault): ResidentIdCheck {
  return { id, fault, birthOn: null, sex: null, upgraded: false };
}
