import { expect, test } from "vitest";
import { fill } from "./fill.ts";

test("values take their places, and an unknown place stays to be seen", () => {
  expect(fill("已有 {count} 人，{what}", { count: 0 })).toBe("已有 0 人，{what}");
});
