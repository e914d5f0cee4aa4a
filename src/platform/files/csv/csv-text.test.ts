import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

test("cells with commas, quotes and line breaks are quoted, formulas are not run, and Excel knows the encoding", () => {
  expect(csvText([["姓名", "说明"], ["周思佳", "一,二\"三\"\n四"], ["=1+1", -5], []])).toBe("\uFEFF姓名,说明\r\n周思佳,\"一,二\"\"三\"\"\n四\"\r\n'=1+1,-5\r\n\r\n");
});
