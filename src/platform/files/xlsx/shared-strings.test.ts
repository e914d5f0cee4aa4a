import { expect, test } from "vitest";
import { SharedStrings } from "./shared-strings.ts";

test.each([["all in memory", 1e9], ["some on disk", 20_000], ["all on disk", 0]])("%s: every text comes back, in any order", (_, budget) => {
  const texts = new SharedStrings(budget);
  for (let index = 0; index < 40_000; index++) texts.push(`王${index}🙂`);
  for (let step = 0; step < 40_000; step++) {
    const index = (step * 7919) % 40_000;
    expect(texts.at(index)).toBe(`王${index}🙂`);
  }
  expect(texts.at(40_000)).toBe(undefined);
  texts.close();
});
