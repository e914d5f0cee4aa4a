import { expect, test } from "vitest";
import { byGroup, matchCommands } from "./palette-search.ts";

const COMMANDS = [{ to: "/", label: "今天" }, { to: "/people", label: "居民" }, { to: "/pairs", label: "Pairs 结对" }];

test("pages are found by any part of their name, whatever the case", () => {
  expect(matchCommands(COMMANDS, "pAIR", "前往").map((line) => line.to)).toEqual(["/pairs"]);
  expect(matchCommands(COMMANDS, " ", "前往")).toHaveLength(3);
});

test("lines keep their order under their headings", () => {
  const hit = { id: "h", to: "/people/1", title: "陈国庆", group: "居民" };
  expect(byGroup([hit, ...matchCommands(COMMANDS, "居", "前往")]).map(({ group }) => group)).toEqual(["居民", "前往"]);
});
