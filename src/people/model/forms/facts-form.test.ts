import { expect, test } from "vitest";
import { FactsForm } from "./facts-form.ts";

const issues = (form: object) => FactsForm.safeParse(form).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("each form asks for what it needs", () => {
  expect(issues({ intent: "situation", situation: "long_at_home" })).toEqual(["atHome"]);
  expect(issues({ intent: "situation", situation: "employment" })).toEqual(["words"]);
  expect(issues({ intent: "situation", situation: "employment", words: "待业", sinceOn: "2026-01-01" })).toEqual([]);
  expect(issues({ intent: "add_contact", kind: "mobile" })).toEqual(["value"]);
  expect(issues({ intent: "identifier", system: "resident_id" })).toEqual(["number"]);
  expect(issues({ intent: "disability", type: "9" })).toEqual(["type"]);
  expect(issues({ intent: "dance" })).toEqual(["intent"]);
});

test("words are parted by any comma and tidied", () => {
  expect(FactsForm.parse({ intent: "words", interests: "下棋、 听戏，,种花", languages: undefined })).toEqual({ intent: "words", interests: ["下棋", "听戏", "种花"], languages: [] });
});
