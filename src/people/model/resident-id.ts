import { isDay } from "#kernel/calendar.ts";
import type { Sex } from "./terms.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** What an identity number (公民身份号码) tells, and what is wrong with it as a message key; null when it passes its own check. */
export interface ResidentIdFacts {
  readonly fault: "person.id_length" | "person.id_characters" | "person.id_birth" | "person.id_check" | null;
  readonly birthOn: string | null;
  readonly sex: Sex | null;
}

/**
 * Checks a number somebody typed. Source: GB 11643-1999; check character by ISO 7064 MOD 11-2.
 * Passing does not mean that it is real, and the division of its first six places may be abolished: neither is asked.
 */
export function readResidentId(typed: string, today: string): ResidentIdFacts {
  const id = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  const wrong = (fault: ResidentIdFacts["fault"]): ResidentIdFacts => ({ fault, birthOn: null, sex: null });
  if (id.length !== 18) return wrong("person.id_length");
  if (!/^\d{17}[\dX]$/.test(id)) return wrong("person.id_characters");
  const birthOn = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isDay(birthOn) || birthOn > today || birthOn < "1850") return wrong("person.id_birth");
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(id[place]), 0);
  if ("10X98765432"[sum % 11] !== id[17]) return wrong("person.id_check");
  return { fault: null, birthOn, sex: Number(id[16]) % 2 === 1 ? "male" : "female" };
}

/** What a disability certificate's number (残疾人证号) tells: identity number, kind, grade, and `B` with a count on a replacement (未核实). Null when it is none. */
export function readCertificate(typed: string, today: string): { type: number; grade: number } | null {
  const match = /^(\d{17}[\dX])([1-7])([1-4])(?:B\d{0,2})?$/.exec(typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase());
  if (!match || readResidentId(match[1]!, today).fault !== null) return null;
  return { type: Number(match[2]), grade: Number(match[3]) };
}
