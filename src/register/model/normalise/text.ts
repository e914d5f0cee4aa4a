/** Signs that mean "nothing" in a form. */
const NOTHING = /^(无|没有|暂无|不详|未知|空|nil|none|n\/?a|null|-+|—+|\/+|\\+|\.|。|、)$/i;

/**
 * One spelling of one text: full-width letters, digits and signs become
 * half-width, every kind of space one plain space, none at the ends.
 * Chinese punctuation inside sentences stays readable after NFKC (`，` → `,`).
 */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, "").normalize("NFKC").replace(/[\s\u3000]+/g, " ").trim();
}

/** Chinese characters, letters and digits only: nothing for `tidy` to do. */
const PLAIN = /^[\u4e00-\u9fffA-Za-z0-9]*$/;
/** Zero-width signs, marks of direction, soft hyphens and the byte-order mark, which come along with copied text. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Without any space: for codes, and for Chinese names written with a gap (`曾 国敏`). */
export function squeeze(text: string): string {
  const tidied = tidy(text);
  return tidied.includes(" ") ? tidied.replaceAll(" ", "").normalize("NFKC") : tidied;
}

/** Tidy text, or null when the cell says that there is nothing. */
export function meaningful(text: string): string | null {
  const tidied = tidy(text);
  return tidied === "" || NOTHING.test(tidied) ? null : tidied;
}

/** Letters and digits of an identifier, upper case, without spaces, dashes, or the apostrophe that makes Excel keep it as text. */
export function code(text: string): string {
  return tidy(text).replace(/['`‘’"“”\s_\-‐-―−.·]/g, "").toUpperCase();
}
