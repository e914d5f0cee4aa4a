import { expect, test } from "vitest";
import { isInstalled } from "./dependencies.mjs";

const wanted = { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/b-win32": { version: "2.0.0", optional: true } };

test("packages of another system may be missing", () => {
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
});

test("a missing package, another version or a broken-off installation is not enough", () => {
  expect(isInstalled(wanted, {})).toBe(false);
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.0" }, "node_modules/b-win32": { version: "1.0.0" } })).toBe(false);
  expect(isInstalled(wanted, undefined)).toBe(false);
});
