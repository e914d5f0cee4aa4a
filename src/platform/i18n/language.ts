/** The languages of the interface. Chinese is the source, English is complete. */
export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same texts in both languages; `zh` is the source and fixes the shape. */
export interface Bundle<Texts> {
  readonly zh: Texts;
  readonly en: Texts;
}

/** The BCP 47 tag for the `lang` attribute and for `Intl`. */
export function localeOf(language: Language): string {
  return language === "zh" ? "zh-CN" : "en-GB";
}

/** The texts of one language, for code that is not a component: a loader, a mail, an export. */
export function textIn<Texts>(language: Language, bundle: Bundle<Texts>): Texts {
  return bundle[language];
}
