/** Shortest password taken, in characters. There are no rules of composition: length and not being guessable is what counts (NIST SP 800-63B). */
export const PASSWORD_MIN_LENGTH = 10;
/** Longer ones are refused so that hashing stays cheap. */
const PASSWORD_MAX_LENGTH = 200;

/** The commonest of ten characters and more in published lists, Chinese ones among them, without digits appended. */
const COMMON = new Set([
  "password", "passw0rd", "p@ssword", "p@ssw0rd", "qwertyuiop", "qwertyuiopasdfghjkl", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc", "1q2w3e4r5t", "1q2w3e4r5t6y",
  "qazwsxedc", "qazwsxedcrfv", "q1w2e3r4t5", "q1w2e3r4t5y6", "zaq12wsx", "iloveyou", "woaini", "woaini1314", "woaini520", "woaiwojia", "woaiwoziji", "wodemima",
  "mima", "admin", "administrator", "letmein", "welcome", "changeme", "sunshine", "princess", "football", "baseball", "superman", "dragon", "monkey", "master",
  "5201314", "1314520", "qq", "aa", "abc", "abcd", "a", "q", "w", "z", "test", "root", "guest", "user", "default", "linli", "shequ", "shegong", "zhiyuanzhe", "jumin",
]);

/** Why a password is refused, as a message key; null when it is good. */
export type PasswordFault = "identity.password_short" | "identity.password_long" | "identity.password_common" | "identity.password_personal";

/** Judges a new password; `about` are words anyone would try first: login, name, organisation. */
export function judgePassword(password: string, about: readonly string[]): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return "identity.password_short";
  if (length > PASSWORD_MAX_LENGTH) return "identity.password_long";
  const plain = password.normalize("NFKC").toLowerCase();
  if (isCommon(plain)) return "identity.password_common";
  const personal = about.flatMap(wordsOf).some((word) => plain.includes(word) && [...plain].length - [...word].length < 6);
  return personal ? "identity.password_personal" : null;
}

function isCommon(plain: string): boolean {
  const stem = plain.replace(/\P{L}+$/u, "").replace(/^\P{L}+/u, "");
  return COMMON.has(plain) || (COMMON.has(stem) && !hasLongMiddle(plain, stem)) || isMonotone(plain) || stem === "" && isGuessableNumber(plain);
}

/** A common word with much unguessable beside it is fine. */
const hasLongMiddle = (plain: string, stem: string) => !isGuessableNumber(plain.replace(stem, "")) && plain.length - stem.length >= 10;

/** One character over and over, a short piece repeated, or characters that simply count up or down. */
function isMonotone(text: string): boolean {
  if (/^(.{1,4})\1+.?$/u.test(text)) return true;
  const steps = new Set([...text].slice(1).map((char, index) => char.codePointAt(0)! - text.charCodeAt(index)));
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1);
}

/** Digits alone can be a phone number, a birthday or a count: too few possibilities unless long. */
const isGuessableNumber = (text: string) => /^\P{L}*$/u.test(text) && text.length < 16;

function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  return [plain, ...plain.split(/[@.\s_-]+/u)].filter((word) => [...word].length >= 4);
}
