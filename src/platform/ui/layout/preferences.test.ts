import { expect, test } from "vitest";
import { DEFAULT_PREFERENCES, readPreferences, rootAttributes } from "./preferences.ts";

test("unknown values fall back to the default", () => {
  expect(readPreferences({ theme: "pink", mode: "elder", language: 7 })).toEqual({ ...DEFAULT_PREFERENCES, mode: "elder" });
});

test("only what was chosen is written on the page", () => {
  expect(rootAttributes(DEFAULT_PREFERENCES)).toEqual({ lang: "zh-CN" });
  expect(rootAttributes({ ...DEFAULT_PREFERENCES, language: "en", theme: "dark", contrast: "more" }))
    .toEqual({ lang: "en-GB", "data-theme": "dark", "data-contrast": "more" });
});
