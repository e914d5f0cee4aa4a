import { expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "../ui/layout/preferences.ts";
import { formatPreferences, parsePreferences } from "./preferences-cookie.ts";

test("preferences survive their cookie, and nonsense falls back to the default", () => {
  const chosen = { ...DEFAULT_PREFERENCES, language: "en", mode: "elder" } as const;
  expect(parsePreferences(formatPreferences(chosen))).toEqual(chosen);
  expect(parsePreferences("language=xx&mode=<script>")).toEqual(DEFAULT_PREFERENCES);
  expect(parsePreferences(null)).toEqual(DEFAULT_PREFERENCES);
});
