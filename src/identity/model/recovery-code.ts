/** Without 0, O, 1, I, L: they are copied by hand. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** Codes given at once. */
export const RECOVERY_CODES = 10;
const LENGTH = 12;

/** A code from random bytes (256 is not a multiple of 31: bytes above the last multiple are left out by the caller giving more). */
export function composeRecoveryCode(random: Uint8Array): string {
  const usable = [...random].filter((byte) => byte < 248).slice(0, LENGTH);
  const letters = usable.map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** However it was typed: `abcd efgh jkmn`. Null when it cannot be a recovery code. */
export function readRecoveryCode(text: string): string | null {
  const letters = text.normalize("NFKC").toUpperCase().replaceAll(/[\s-]/g, "");
  return new RegExp(`^[${LETTERS}]{${LENGTH}}$`).test(letters) ? letters : null;
}
