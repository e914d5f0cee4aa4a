import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditWords } from "./audit-words.ts";

const SOURCES = globSync("src/**/*.ts", { exclude: ["**/*.test.ts", "**/testing/**", "**/testing.ts"] }).map((file) => readFileSync(file, "utf8")).filter((text) => /recordAudit|noteReading/.test(text));
const codes = (pattern: RegExp) => [...new Set(SOURCES.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code!)))].sort();

test("every action the trail can hold has words", () => {
  const written = codes(/action: (?:\w+ \? )?"([a-z_]+\.[a-z_]+)"/g);
  expect(written.length).toBeGreaterThan(100);
  expect(written.filter((code) => !(code in auditWords.zh.actions))).toEqual([]);
  const composed = codes(/action: `([a-z_]+\.)\$\{/g);
  expect(composed.filter((prefix) => !Object.keys(auditWords.zh.actions).some((code) => code.startsWith(prefix)))).toEqual([]);
});

test("every kind of thing it can speak of has words, in both languages", () => {
  expect(codes(/subjectKind: "([a-z_]+)"/g).filter((code) => !(code in auditWords.zh.subjects))).toEqual([]);
  expect(Object.keys(auditWords.en.actions)).toEqual(Object.keys(auditWords.zh.actions));
  expect(Object.values(auditWords.zh.actions).filter((words) => !/\p{Script=Han}/u.test(words))).toEqual([]);
});
