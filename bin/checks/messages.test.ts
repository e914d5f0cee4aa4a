import { expect, test } from "vitest";
import { differences, missingRefusals } from "./messages.ts";

test("both languages have the same keys, kinds and no empty sentence", () => {
  const zh = { title: "探访", of: (n: number) => `${n} 次`, form: { save: "保存", send: "" }, extra: "多" };
  const en = { title: "Visits", of: "some", form: { save: "Save", send: "Send", close: "Close" } };
  expect([...differences("zh.ts", zh, en)].map(({ message }) => message)).toEqual([
    "of is a function in Chinese, a string in English", "form.send is empty", "form.close stands only in English", "extra stands only in Chinese",
  ]);
});

const bundle = (refusals: Record<string, string>) => [{ path: "src/a/messages/zh.ts", zh: { refusals }, en: { refusals } }];
const code = (text: string) => [{ path: "src/a/service/x.ts", text }];

test("a reason in the code has a sentence", () => {
  const text = 'throw new Refusal("conflict", "a.closed", { fields: [{ field: "x", reason: "a.bad_field" }] });\n// new Refusal("conflict", "a.only_told")';
  expect(missingRefusals(code(text), bundle({ "a.closed": "…" }))).toMatchObject([{ line: 1, message: expect.stringContaining("a.bad_field") }]);
  expect(missingRefusals(code('return { allow: true, reason: "a.granted" };'), bundle({}))).toEqual([]);
});

test("a sentence has a reason in the code, written out or put together", () => {
  expect(missingRefusals(code(""), bundle({ "a.gone": "…" }))).toMatchObject([{ message: expect.stringContaining("given by no code") }]);
  expect(missingRefusals(code("const decision = refuse(\"gone\"); throw new Refusal(\"conflict\", `a.${decision.reason}`);"), bundle({ "a.gone": "…" }))).toEqual([]);
});
