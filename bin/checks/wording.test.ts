import { expect, test } from "vitest";
import { wording } from "./wording.ts";

const check = (path: string, text: string) => wording.check([{ path, text }]);

test.each([
  ["src/a.ts", "// TODO: later"],
  ["docs/a.md", "Coming soon"],
  ["src/a.ts", 'readFile("/home/li/register.xlsx")'],
  ["docs/a.md", "npm --registry https://registry.example.org"],
  ["src/a.test.ts", 'test.skip("…", () => {});'],
  ["src/a.ts", "/* oxlint-disable */"],
  ["src/visits/utils.ts", ""],
  ["src/visits/common/a.ts", ""],
])("%s with %s is refused", (path, text) => expect(check(path, text)).toHaveLength(1));

test.each([
  ["src/a.ts", 'get("/works"); const todo = "今天";'],
  ["src/a.ts", "// oxlint-disable-next-line no-await-in-loop: one after the other"],
  ["src/visits/model/data-class.ts", ""],
  ["src/a.test.ts", 'test("only one wins", () => {});'],
])("%s with %s is fine", (path, text) => expect(check(path, text)).toEqual([]));
