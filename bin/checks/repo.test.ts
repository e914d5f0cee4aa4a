import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readRepo, withoutComments } from "./repo.ts";

test("reads what git keeps and nothing it ignores", () => {
  const paths = readRepo(fileURLToPath(new URL("../..", import.meta.url))).map(({ path }) => path);
  expect(paths).toContain("package.json");
  expect(paths.filter((path) => path.startsWith("node_modules/"))).toEqual([]);
});

test("comments go, lines and addresses stay", () => {
  expect(withoutComments('a(); // why\n/* b\n */ c("https://x.example/y");').replace(/ +$/gm, "")).toBe('a();\n\n    c("https://x.example/y");');
});
