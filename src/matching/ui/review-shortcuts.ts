import { groupOf, type ShortcutSource } from "#platform/keyboard/shortcut-sources.ts";
import { matchingReviewText } from "../messages/index.ts";
import { REVIEW_KEYS } from "../model/review-keys.ts";

/** Keys of the review of a round, for whoever reads rounds. */
export const reviewShortcuts: ShortcutSource = ({ capabilities }, language) => {
  const t = matchingReviewText[language];
  return capabilities.has("matching.read") ? groupOf(t.keysTitle, REVIEW_KEYS, t.keys) : null;
};
