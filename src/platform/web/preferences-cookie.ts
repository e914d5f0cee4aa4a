import { readPreferences, type Preferences } from "../ui/layout/preferences.ts";

/** The cookie that keeps preferences of somebody without an account; the account keeps the same text. */
export const PREFERENCES_COOKIE = "linli_prefs";

/** Reads preferences written as `language=zh&mode=elder`; anything unknown falls back to the default. */
export function parsePreferences(text: string | null | undefined): Preferences {
  return readPreferences(Object.fromEntries(new URLSearchParams(text ?? "")));
}

/** The opposite of `parsePreferences`. */
export function formatPreferences(preferences: Preferences): string {
  return new URLSearchParams({ ...preferences }).toString();
}
