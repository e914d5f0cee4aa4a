import { expect, test } from "vitest";
import { fileSize } from "./file-size.ts";

const lines = (count: number) => "x\n".repeat(count);
const check = (path: string, text: string) => fileSize.check([{ path, text }]);

test("warns at 250 lines and fails at 400", () => {
  expect(check("src/a/b.ts", lines(250))).toEqual([]);
  expect(check("src/a/b.ts", lines(251))).toMatchObject([{ mild: true }]);
  expect(check("src/a/b.ts", lines(401))).toMatchObject([{ path: "src/a/b.ts", mild: false }]);
});

test("leaves words alone; a generated file has the same end, without the aim", () => {
  expect(check("src/a/messages/zh.ts", lines(900))).toEqual([]);
  expect(check("src/a/store/tables.generated.ts", lines(400))).toEqual([]);
  expect(check("src/a/store/tables.generated.ts", lines(401))).toMatchObject([{ mild: false }]);
});

test("a folder holds fifteen files, tests not counted", async () => {
  const folder = (count: number) => Array.from({ length: count }, (_, i) => [{ path: `src/a/${i}.ts`, text: "" }, { path: `src/a/${i}.test.ts`, text: "" }]).flat();
  expect(fileSize.check(folder(15))).toEqual([]);
  expect(fileSize.check(folder(16))).toMatchObject([{ path: "src/a", message: expect.stringContaining("16 files") }]);
});
