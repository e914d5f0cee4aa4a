import type { Language } from "../../i18n/language.ts";
import { localeOf } from "../../i18n/language.ts";

/** What a person may choose anywhere and keeps with the account (or in a cookie before signing in). First value = default. */
export const PREFERENCES = {
  language: ["zh", "en"],
  theme: ["auto", "light", "dark"],
  mode: ["standard", "elder"],
  text: ["standard", "large"],
  contrast: ["standard", "more"],
  motion: ["standard", "less"],
} as const;

export type PreferenceName = keyof typeof PREFERENCES;
export type Preferences = { readonly [Name in PreferenceName]: (typeof PREFERENCES)[Name][number] };

/** Preferences of somebody who has chosen nothing. */
export const DEFAULT_PREFERENCES: Preferences = { language: "zh", theme: "auto", mode: "standard", text: "standard", contrast: "standard", motion: "standard" };

/** Reads preferences from untrusted text values; what is unknown falls back to the default. */
export function readPreferences(values: Readonly<Record<string, unknown>>): Preferences {
  const entries = Object.entries(PREFERENCES).map(([name, allowed]) => {
    const value = values[name];
    return [name, (allowed as readonly unknown[]).includes(value) ? value : allowed[0]];
  });
  return Object.fromEntries(entries) as Preferences;
}

/** Attributes for `<html>`. A default leaves no attribute, so the device's own wish counts. */
export function rootAttributes(preferences: Preferences): Record<string, string> {
  const { language, ...looks } = preferences;
  const chosen = Object.entries(looks).filter(([, value]) => value !== "auto" && value !== "standard");
  return { lang: localeOf(language satisfies Language), ...Object.fromEntries(chosen.map(([name, value]) => [`data-${name}`, value])) };
}
