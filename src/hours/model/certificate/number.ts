/** Signs that are not mistaken for one another on paper or on the telephone: no 0 O 1 I L U. */
export const NUMBER_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Signs of chance in a certificate's number: it cannot be guessed from the one before. */
export const CHANCE_SIGNS = 6;

/** The number in the register (登记簿), e.g. `2026-0007-K3F9XW`. Nothing of a person is in it. */
export function certificateNumber(year: number, serial: number, chance: string): string {
  return `${year}-${String(serial).padStart(4, "0")}-${chance}`;
}

/** A number as typed, in the form it is kept in; null when it cannot be one. */
export function readCertificateNumber(typed: string): string | null {
  const text = typed.normalize("NFKC").trim().toUpperCase().replace(/[\s_—–－]+/g, "-").replace(/-+/g, "-");
  return new RegExp(`^\\d{4}-\\d{4,6}-[${NUMBER_SIGNS}]{${CHANCE_SIGNS}}$`).test(text) ? text : null;
}

/**
 * The volunteer's own number (志愿者编号), given once: `V000017` and two check digits, so that no identity number is needed.
 *
 * Source: ISO 7064 MOD 97-10 for the check digits.
 */
export function volunteerNumber(serial: number): string {
  const digits = String(serial).padStart(6, "0");
  return `V${digits}${String(98 - ((Number(digits) * 100) % 97)).padStart(2, "0")}`;
}

/** Whether a typed volunteer number's check digits hold. */
export function isVolunteerNumber(text: string): boolean {
  const digits = /^V(\d{8,})$/.exec(text)?.[1];
  return digits !== undefined && Number(digits) % 97 === 1;
}
