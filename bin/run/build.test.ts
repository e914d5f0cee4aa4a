import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fingerprint } from "./build.mjs";

test("changes with a source, not with a test of it or with anything beside the sources", async () => {
  const root = await mkdtemp(join(tmpdir(), "linli-build-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const write = (path: string, text: string) => writeFile(join(root, path), text);
  await mkdir(join(root, "src/page"), { recursive: true });
  await write("src/page/a.tsx", "1");
  const first = fingerprint(root);
  await write("src/page/a.test.ts", "1");
  await write("notes.md", "1");
  expect(fingerprint(root)).toBe(first);
  await write("src/page/a.tsx", "2");
  expect(fingerprint(root)).not.toBe(first);
});
