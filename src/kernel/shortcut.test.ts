import { expect, test } from "vitest";
import { answersTo, keySign } from "./shortcut.ts";

const pressed = (key: string, more: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test("a key is answered in either case, with Control or Command alike, and never while characters are composed", () => {
  expect(answersTo(pressed("J"), { keys: ["j"] })).toBe(true);
  expect(answersTo(pressed("k", { metaKey: true }), { keys: ["/", "mod+k"] })).toBe(true);
  expect(answersTo(pressed("k", { ctrlKey: true }), { keys: ["k"] })).toBe(false);
  expect(answersTo(pressed("k"), { keys: ["mod+k"] })).toBe(false);
  expect(answersTo(pressed("?", { isComposing: true }), { keys: ["?"] })).toBe(false);
  expect(answersTo(pressed("?", { altKey: true }), { keys: ["?"] })).toBe(false);
});

test("keys are written as they are printed", () => {
  expect(["mod+k", "Escape", "?", "j"].map(keySign)).toEqual(["Ctrl / ⌘ + K", "Esc", "?", "J"]);
});
