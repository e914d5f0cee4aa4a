import { expect, test } from "vitest";
import { DEFAULT_PREFERENCES, formatPreferences, parsePreferences } from "./lang.ts";

test("preferences survive their cookie, and nonsense falls back to the default", () => {
  const chosen = { ...DEFAULT_PREFERENCES, lang: "en", mode: "elder" } as const;
  expect(parsePreferences(formatPreferences(chosen))).toEqual(chosen);
  expect(parsePreferences("lang=xx&mode=<script>")).toEqual(DEFAULT_PREFERENCES);
  expect(parsePreferences(null)).toEqual(DEFAULT_PREFERENCES);
});
