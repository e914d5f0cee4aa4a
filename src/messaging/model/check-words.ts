const IDENTITY_NUMBER = /\d{17}[\dXx]/;
/** Shorter names are common words. */
const NAME_LENGTH = 2;

/** What may not stand in a text that passes machines nobody here keeps: an identity number, or the name of somebody it goes to. */
export function wordsFault(words: string, names: readonly string[]): "identity_number" | "names_somebody" | null {
  if (IDENTITY_NUMBER.test(words)) return "identity_number";
  return names.some((name) => name.length >= NAME_LENGTH && words.includes(name)) ? "names_somebody" : null;
}
