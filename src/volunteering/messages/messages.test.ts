import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REJECTING, NOTED } from "../model/sign-up/sign-up-sheet.ts";
import { volunteeringText } from "./index.ts";

const SOURCES = globSync("src/volunteering/**/*.{ts,tsx}").filter((file) => !/\.test\.ts$|messages\/|\/store\//.test(file));

/** Reasons as they stand in the code: whole ones, and those the deciders name without their slice. */
function reasonsInCode(): Set<string> {
  const code = SOURCES.map((file) => readFileSync(file, "utf8")).join("\n");
  const whole = [...code.matchAll(/"(volunteering\.[a-z_]+)"/g)].map((match) => match[1]!);
  const decided = [...code.matchAll(/(?:refuse|add)\((?:"[a-zA-Z_]+", )?"([a-z]+(?:_[a-z]+)+)"/g)].map((match) => `volunteering.${match[1]!}`);
  return new Set([...whole, ...decided]);
}

test("every reason has a sentence in Chinese and in English, and every sentence a reason", () => {
  const reasons = [...reasonsInCode()].sort();
  expect(reasons.length).toBeGreaterThan(50);
  expect(reasons.filter((reason) => !(reason in volunteeringText.zh.refusals))).toEqual([]);
  expect(reasons.filter((reason) => !(reason in volunteeringText.en.refusals))).toEqual([]);
  expect(Object.keys(volunteeringText.zh.refusals).filter((reason) => !reasons.includes(reason))).toEqual([]);
});

test("every fault of a sheet has its words and its remedy", () => {
  for (const { import: words } of [volunteeringText.zh, volunteeringText.en]) {
    for (const reason of [...REJECTING, ...NOTED]) expect([words.faults[reason], words.remedies[reason]].every((text) => text.length > 1)).toBe(true);
  }
});

test("both languages say the same things", () => {
  expect(shape(volunteeringText.en)).toEqual(shape(volunteeringText.zh));
});

/** The keys of a bundle, all the way down. */
function shape(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === "object" && value !== null ? shape(value).map((rest) => `${key}.${rest}`) : key)).sort();
}
