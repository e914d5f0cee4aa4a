import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { OrgId } from "../../kernel/ids.ts";
import { orgKeys } from "./org-keys.ts";

const master = randomBytes(32);
const here = orgKeys(master, OrgId.parse("0191d2a0-0000-7000-8000-000000000001"));
const there = orgKeys(master, OrgId.parse("0191d2a0-0000-7000-8000-000000000002"));
const cell = { table: "people.identifiers", column: "value", row: "1" };

test("a sealed value opens only in its own cell and organisation, and only unaltered", () => {
  const sealed = here.seal("11010519491231002X", cell);
  expect(here.open(sealed, cell)).toBe("11010519491231002X");
  expect(() => there.open(sealed, cell)).toThrow();
  expect(() => here.open(sealed, { ...cell, row: "2" })).toThrow();
  sealed[sealed.length - 1]! ^= 1;
  expect(() => here.open(sealed, cell)).toThrow();
});

test("equal values share a blind index within an organisation and nowhere else", () => {
  expect(here.blindIndex("id", "x").equals(here.blindIndex("id", "x"))).toBe(true);
  expect(here.blindIndex("id", "x").equals(there.blindIndex("id", "x"))).toBe(false);
  expect(here.blindIndex("id", "x").equals(here.blindIndex("phone", "x"))).toBe(false);
});

test("no two values are sealed with the same nonce", () => {
  const nonces = new Set(Array.from({ length: 5000 }, () => here.seal("x", cell).subarray(1, 13).toString("hex")));
  expect(nonces.size).toBe(5000);
});

test("bytes are sealed as texts are: whole again from their own cell only", () => {
  const bytes = Buffer.from([0, 255, 216, 128, 10]);
  const sealed = here.sealBytes(bytes, cell);
  expect(here.openBytes(sealed, cell)).toEqual(bytes);
  expect(() => here.openBytes(sealed, { ...cell, row: "other" })).toThrow();
});
