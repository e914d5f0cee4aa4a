/** Languages of the interface; Chinese is the source. */
export const LANGS = ["zh", "en"] as const;
export type Lang = (typeof LANGS)[number];

/** How a person wants pages to look; kept in a cookie and with the account. */
export interface Preferences {
  readonly lang: Lang;
  readonly theme: "auto" | "light" | "dark";
  readonly mode: "normal" | "elder";
  readonly text: "normal" | "large";
  readonly contrast: "normal" | "more";
}

export const DEFAULT_PREFERENCES: Preferences = { lang: "zh", theme: "auto", mode: "normal", text: "normal", contrast: "normal" };

const CHOICES: { [Key in keyof Preferences]: readonly Preferences[Key][] } = {
  lang: LANGS,
  theme: ["auto", "light", "dark"],
  mode: ["normal", "elder"],
  text: ["normal", "large"],
  contrast: ["normal", "more"],
};

/** Reads preferences written as `lang=zh&mode=elder`; anything unknown falls back to the default. */
export function parsePreferences(text: string | null | undefined): Preferences {
  const given = new URLSearchParams(text ?? "");
  const pick = <Key extends keyof Preferences>(key: Key): Preferences[Key] =>
    CHOICES[key].find((choice) => choice === given.get(key)) ?? DEFAULT_PREFERENCES[key];
  return { lang: pick("lang"), theme: pick("theme"), mode: pick("mode"), text: pick("text"), contrast: pick("contrast") };
}

/** The opposite of `parsePreferences`. */
export function formatPreferences(preferences: Preferences): string {
  return new URLSearchParams({ ...preferences }).toString();
}
