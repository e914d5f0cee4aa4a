/** A login as it is compared and kept: full-width letters made plain, no blanks around, a phone number without its gaps. */
export function normalizeLogin(text: string): string {
  const plain = text.normalize("NFKC").trim();
  return /^\+?[\d\s-]{7,}$/.test(plain) ? plain.replaceAll(/[\s-]/g, "") : plain;
}

/** An e-mail address, a phone number or a user name of letters, digits and `. _ -`. */
export function isLogin(login: string): boolean {
  return login.length <= 120 && (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(login) || /^[\p{L}\p{N}._+-]{2,60}$/u.test(login));
}
