/** Somebody on file who may be the one signing up. */
interface KnownPerson {
  readonly name: string;
  readonly birthOn: string | null;
  /** An equal ID number, which no two persons share. */
  readonly certain: boolean;
  readonly reasons: readonly string[];
}

/**
 * Whether somebody on file is taken to be the one signing up without asking:
 * the very same name with the same phone, and births that do not contradict
 * each other. Everything less is left for a person to look at.
 */
export function isTakenForSame(known: KnownPerson, signUp: { readonly name: string; readonly birth: string | null }): boolean {
  if (known.certain) return true;
  return known.name === signUp.name && known.reasons.includes("name_phone") && !contradict(known.birthOn, signUp.birth);
}

/** Births are compared as far as both are known. */
function contradict(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) !== b.slice(0, known);
}
