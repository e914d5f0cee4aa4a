import { createContext, useContext } from "react";
import type { Bundle, Language } from "./language.ts";
import { textIn } from "./language.ts";

/** The language the page is written in; set once, by the root of the pages. */
export const LanguageContext = createContext<Language>("zh");

/** The language of this page. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of a bundle in the language of this page: `const t = useText({ zh, en })`. */
export function useText<Texts>(bundle: Bundle<Texts>): Texts {
  return textIn(useLanguage(), bundle);
}
