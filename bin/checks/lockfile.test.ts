import { expect, test } from "vitest";
import { lockfile } from "./lockfile.ts";
import { missingEntries } from "./mend-lockfile.ts";

const check = (packages: object) => lockfile.check([{ path: "package-lock.json", text: JSON.stringify({ packages }) }]);
const parent = { version: "1.0.0", integrity: "sha512-x", dev: true, optionalDependencies: { "@a/b-linux-x64-musl": "1.0.0", "@a/b-win32-arm64-msvc": "1.0.0" } };

test("names no registry and leaves no package unchecked", () => {
  expect(check({ "": {}, "node_modules/a": { version: "1.0.0", integrity: "sha512-x" } })).toEqual([]);
  expect(check({ "node_modules/a": { version: "1.0.0", resolved: "https://example.org/a.tgz" } })).toHaveLength(2);
});

test("other systems' packages are listed, and added where they are not", () => {
  expect(check({ "node_modules/a": parent })).toHaveLength(2);
  const added = missingEntries({ "node_modules/a": parent });
  expect(added["node_modules/@a/b-linux-x64-musl"]).toEqual({ version: "1.0.0", cpu: ["x64"], dev: true, libc: ["musl"], optional: true, os: ["linux"] });
  expect(check({ "node_modules/a": parent, ...added })).toEqual([]);
});
