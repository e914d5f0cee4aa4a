import { code } from "../normalise/text.ts";
import type { DisabilityGrade, DisabilityType } from "../normalise/disability.ts";
import { checkResidentId } from "./check-resident-id.ts";

export type CertificateFault = "length" | "characters" | "resident_id" | "type" | "grade" | "turned_into_number";

/** A disability certificate's number (残疾人证号): identity number, type 1–7, grade 1–4; a replacement adds B and a count (未核实). */
export interface CertificateCheck {
  readonly number: string;
  readonly fault: CertificateFault | null;
  /** The first 18 characters when they stand as an identity number, right or wrong. */
  readonly residentId: string | null;
  /** True when that identity number passes its own check. */
  readonly residentIdHolds: boolean;
  readonly type: DisabilityType | null;
  readonly grade: DisabilityGrade | null;
  /** Of a replacement, e.g. `B1`. */
  readonly replacement: string | null;
}

const SHAPE = /^(\d{17}[\dX])(\d)(\d)(B\d{0,2})?$/;

/** Takes a certificate's number apart and checks each part. `numeric`: the cell held a number, so its last digits are lost. */
export function checkCertificate(text: string, numeric: boolean, today: string): CertificateCheck {
  const number = code(text).replace(/[(（][^)）]*[)）]$/, "");
  const match = SHAPE.exec(number);
  if (!match) return bad(number, faultOf(text, number));
  const [, residentId = "", typeDigit, gradeDigit, replacement = null] = match;
  if (numeric) return bad(number, "turned_into_number");
  const type = between(Number(typeDigit), 7) as DisabilityType | null;
  const grade = between(Number(gradeDigit), 4) as DisabilityGrade | null;
  const residentIdHolds = checkResidentId(residentId, false, today).fault === null;
  const fault = !residentIdHolds ? "resident_id" : type === null ? "type" : grade === null ? "grade" : null;
  return { number, fault, residentId, residentIdHolds, type, grade, replacement };
}

function faultOf(text: string, number: string): CertificateFault {
  if (/^\d(\.\d+)?E\+?1[89]$/i.test(text.trim())) return "turned_into_number";
  return number.length >= 20 && number.length <= 23 ? "characters" : "length";
}

function between(digit: number, most: number): number | null {
  return digit >= 1 && digit <= most ? digit : null;
}

function bad(number: string, fault: CertificateFault): CertificateCheck {
  return { number, fault, residentId: null, residentIdHolds: false, type: null, grade: null, replacement: null };
}
