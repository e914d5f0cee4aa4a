import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

const sources = ["candidates", "changes", "explain", "solver", "."].flatMap((folder) => {
  const path = new URL(`../model/${folder}/`, import.meta.url);
  return readdirSync(path).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).map((name) => readFileSync(new URL(name, path), "utf8"));
}).join("\n");
const found = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map((match) => match[1]!))];

test("every reason, part, change and refusal the model can name has words in both languages", () => {
  const reasons = [...found(/no\("[a-z_]+", "([a-z_]+)"/g), "hours_none", "hours_too_short"];
  const parts = [...readFileSync(new URL("../model/candidates/score.ts", import.meta.url), "utf8").matchAll(/(?:\[|\? |: |wordsOfShared\(|, )"([a-z]+(?:_[a-z]+)*)"/g)].map((match) => match[1]!).filter((key) => key !== "params");
  const changes = [...readFileSync(new URL("../model/explain/smallest-change.ts", import.meta.url), "utf8").matchAll(/readonly kind: "([a-z_]+)"/g)].map((match) => match[1]!);
  const refusals = [...found(/"(matching\.[a-z_]+)"/g), ...found(/refuseLock\("([a-z_]+)"/g).map((key) => `matching.${key}`), ...found(/refuse\("([a-z_]+)"\)/g).map((key) => `matching.pair_${key}`)];
  for (const text of [zh, en]) {
    for (const key of reasons) expect(text.ruleReasons).toHaveProperty([key]);
    for (const key of parts) expect(text.partTexts).toHaveProperty([key]);
    for (const key of changes) expect(text.changes).toHaveProperty([key]);
    for (const key of refusals) expect(text.refusals).toHaveProperty([key]);
  }
  expect([reasons.length, parts.length, changes.length, refusals.length].every((count) => count >= 8)).toBe(true);
  expect(Object.keys(en.refusals)).toEqual(Object.keys(zh.refusals));
  for (const group of ["ruleReasons", "partTexts", "changes"] as const) expect(Object.keys(en[group])).toEqual(Object.keys(zh[group]));
});

test("the sentences of the sketch", () => {
  expect(zh.wouldPair(zh.changes.hours!({ weekday: 6, part: "afternoon" }), "徐海燕", 0, 15)).toBe("若周六下午也可以，可与徐海燕结对，其他 15 对不变。");
  expect(zh.alternative.would("孙琳", [zh.alternative.farther("周思佳", 1800), `且${zh.alternative.losing(["杨宇"])}`])).toBe("若改配孙琳，周思佳多走 1.8 公里，且杨宇将没有老友。");
  expect(zh.excluded(6, zh.ruleReasons.language!({ languages: "彝语" }))).toBe("6 位近处的志愿者不讲彝语");
  expect(en.wouldPair(en.changes.hours!({ weekday: 6, part: "afternoon" }), "Xu Haiyan", 1, 14)).toBe("If Sat afternoon were possible too, they could be paired with Xu Haiyan; 1 pair would change, nobody would lose a friend; the other 14 pairs stay as they are.");
});
