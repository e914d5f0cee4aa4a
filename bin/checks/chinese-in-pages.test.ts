import { expect, test } from "vitest";
import { chineseInPages } from "./chinese-in-pages.ts";

const check = (path: string, text: string) => chineseInPages.check([{ path, text }]);

test("finds wording in a page, not in its comments", () => {
  expect(check("src/visits/pages/a.tsx", "/** 探访 */\n<h1>探访记录</h1> // 备注")).toEqual([
    { path: "src/visits/pages/a.tsx", line: 2, message: '"探访记录" belongs into messages/zh.ts' }]);
});

test("leaves code, tests and the language's own name alone", () => {
  expect(check("src/visits/model/a.ts", '"探访"')).toEqual([]);
  expect(check("src/visits/pages/a.test.tsx", '"探访"')).toEqual([]);
  expect(check("src/platform/ui/a.tsx", "<a>中文</a>")).toEqual([]);
});
