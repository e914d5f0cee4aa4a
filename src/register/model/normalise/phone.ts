import { tidy } from "./text.ts";

export interface Phone {
  readonly kind: "mobile" | "landline";
  /** Digits; a landline with its area code and hyphen when given (`0871-65548529`, `65548529`). */
  readonly number: string;
}

/** What one cell holds: the numbers in it, and the pieces that should have been one. */
export interface Phones {
  readonly phones: readonly Phone[];
  readonly invalid: readonly string[];
}

const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const ONE_MOBILE = /^1[3-9]\d{9}$/;
const NONE: Phones = { phones: [], invalid: [] };

/**
 * Reads one or several telephone numbers from a cell: `18826792813/0871-65548529`,
 * `188 4899 5360`, `(0871)65548529`, `138…(女儿)`. Mobile: 1[3-9] and nine digits;
 * landline: seven or eight digits, with or without area code.
 */
export function readPhones(text: string): Phones {
  if (ONE_MOBILE.test(text)) return { phones: [{ kind: "mobile", number: text }], invalid: [] };
  const tidied = tidy(text);
  if (tidied === "" || /^(无|没有|暂无|不详|\/|-+)$/.test(tidied)) return NONE;
  const phones: Phone[] = [];
  const invalid: string[] = [];
  for (const piece of piecesOf(tidied)) {
    const phone = readPhone(piece);
    if (!phone) invalid.push(piece);
    else if (!phones.some(({ number }) => number === phone.number)) phones.push(phone);
  }
  return { phones, invalid };
}

function piecesOf(text: string): string[] {
  const opened = text.replace(/[([]\s*(\+?86|0\d{2,3})\s*[)\]]\s*/g, "$1-").replace(/[\p{Script=Han}:()[\]]+/gu, "/");
  const strong = opened.split(/[/、,;|\\&\n]+/).map((piece) => piece.trim()).filter((piece) => /\d/.test(piece));
  return strong.flatMap((piece) => (readPhone(piece) ? [piece] : splitAtSpaces(piece)));
}

/** Two numbers parted by a space only: `13812345678 13912345678`. */
function splitAtSpaces(piece: string): string[] {
  const parts = piece.split(" ");
  if (parts.length > 1 && parts.every((part) => readPhone(part))) return parts;
  const glued = piece.replace(/[ -]/g, "");
  return /^(1[3-9]\d{9}){2}$/.test(glued) ? [glued.slice(0, 11), glued.slice(11)] : [piece];
}

function readPhone(piece: string): Phone | null {
  const digits = piece.replace(/[\s\-‐-―−.]/g, "").replace(/^'/, "");
  const mobile = MOBILE.exec(digits);
  if (mobile) return { kind: "mobile", number: mobile[1]! };
  const withArea = /^(?:\+?86)?(0(?:10|2\d|[3-9]\d{2}))([2-8]\d{6,7})(?:(?:转|ext|x)\d+)?$/.exec(digits);
  if (withArea) return { kind: "landline", number: `${withArea[1]}-${withArea[2]}` };
  return /^[2-8]\d{6,7}$/.test(digits) ? { kind: "landline", number: digits } : null;
}
