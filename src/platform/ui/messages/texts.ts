import { useText } from "../../i18n/use-text.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** The kit's own words in the language of the page. */
export function useKitText(): typeof zh {
  return useText({ zh, en });
}
