import { expect, test } from "vitest";
import { decodeCursor, pageOf, sealCursorsWith } from "./keyset.ts";

const ROWS = [{ name: "wang 王小明", id: "0b3c8d0e-4f70-4c7e-9d55-0d3c5a0f1a11" }, { name: "wu 吴大姐", id: "0b3c8d0e-4f70-4c7e-9d55-0d3c5a0f1a12" }];
const page = () => pageOf(ROWS, 1, (row) => [row.name, row.id]);

test("the cursor leads on from the last row shown, and there is none at the end", () => {
  expect(page().rows).toEqual([ROWS[0]]);
  expect(decodeCursor(page().next, ["text", "id"])).toEqual([ROWS[0]!.name, ROWS[0]!.id]);
  expect(pageOf(ROWS, 2, (row) => [row.name]).next).toBeNull();
  expect(decodeCursor(undefined, ["text"])).toBeUndefined();
});

test("nothing of the keys can be read in it, and equal keys make equal words", () => {
  const next = page().next!;
  expect(Buffer.from(next, "base64url").toString("utf8")).not.toContain("王");
  expect(page().next).toBe(next);
});

test("a cursor of another list, of another installation or made up is refused", () => {
  const { next } = page();
  const refused = { reason: "platform.cursor_unknown" };
  expect(() => decodeCursor(next, ["instant", "id"])).toThrow(expect.objectContaining(refused));
  expect(() => decodeCursor(next, ["text"])).toThrow(expect.objectContaining(refused));
  for (const forged of ["x", "WyJ4IiwieCJd", `${next}AA`]) expect(() => decodeCursor(forged, ["text", "id"])).toThrow(expect.objectContaining(refused));
  sealCursorsWith(Buffer.alloc(32, 1));
  expect(() => decodeCursor(next, ["text", "id"])).toThrow(expect.objectContaining(refused));
});
