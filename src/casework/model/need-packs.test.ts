import { expect, test } from "vitest";
import { findCode, packOn, topicsFor } from "./need-pack.ts";
import { NEED_PACKS } from "./need-packs.ts";
import { POPULATIONS } from "./population.ts";

test.each(NEED_PACKS.map((pack) => [pack.version, pack] as const))("version %i: every code is its topic's, once, in both languages", (_version, pack) => {
  const codes = pack.topics.flatMap((topic) => topic.codes.map((code) => ({ ...code, topic: topic.topic })));
  expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
  for (const { code, topic, zh, en, populations } of codes) {
    expect(code.startsWith(`${topic}.`)).toBe(true);
    expect(code).toMatch(/^[a-z]+\.[a-z]+$/);
    expect(zh && en && populations.length).toBeTruthy();
  }
});

test("versions follow each other in number and day", () => {
  const versions = NEED_PACKS.map(({ version, validFromOn }) => ({ version, validFromOn }));
  expect(versions).toEqual(versions.toSorted((a, b) => a.version - b.version || a.validFromOn.localeCompare(b.validFromOn)));
});

test("everybody can be asked about something, and a carer is asked about relief", () => {
  const pack = packOn(NEED_PACKS, "2026-11-22");
  for (const population of POPULATIONS) expect(topicsFor(pack, population).length).toBeGreaterThan(3);
  expect(topicsFor(pack, "carer").map(({ topic }) => topic)).toContain("relief");
  expect(topicsFor(pack, "disabled_youth").map(({ topic }) => topic)).not.toContain("relief");
});

test("a code is found by its name, an unknown one is not", () => {
  expect(findCode(NEED_PACKS[0], "company.friend")?.zh).toBe("有个同龄的朋友");
  expect(findCode(NEED_PACKS[0], "company.robot")).toBeUndefined();
});

test("a day before the first version is answered by the first", () => {
  expect(packOn(NEED_PACKS, "1999-01-01").version).toBe(1);
});
