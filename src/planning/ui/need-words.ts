import { findCode, NEED_PACKS } from "#casework/index.ts";
import type { Language } from "#platform/i18n/language.ts";

/** The name of a coded need; the code itself where no list holds it any more. For loaders: the list stands behind a door of services. */
export function needWords(code: string, language: Language): string {
  return NEED_PACKS.toReversed().map((pack) => findCode(pack, code)).find((found) => found !== undefined)?.[language] ?? code;
}
