import { en } from "./en.ts";
import { fairnessEn } from "./fairness-en.ts";
import { fairnessZh } from "./fairness-zh.ts";
import { pagesEn } from "./pages-en.ts";
import { pagesZh } from "./pages-zh.ts";
import { reviewEn } from "./review-en.ts";
import { reviewZh } from "./review-zh.ts";
import { togetherEn } from "./together-en.ts";
import { togetherZh } from "./together-zh.ts";
import { zh } from "./zh.ts";

/** Sentences about rules, reasons and the life of a pair. */
export const matchingText = { zh, en };
/** Words of the pages themselves. */
export const matchingPagesText = { zh: pagesZh, en: pagesEn };
/** Words of the review beyond its cards. */
export const matchingReviewText = { zh: reviewZh, en: reviewEn };
/** Words of the choice of fairness. */
export const matchingFairnessText = { zh: fairnessZh, en: fairnessEn };
/** Words of what is done to several at once, and of who is in. */
export const matchingTogetherText = { zh: togetherZh, en: togetherEn };
