import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findChromium } from "./browser.ts";

test("takes the browser one is given before one it finds", () => {
  const folder = mkdtempSync(join(tmpdir(), "linli-browser-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["chromium", "mine"]) {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), 0o755);
  }
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: join(folder, "mine") })).toBe(join(folder, "mine"));
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, "chromium"));
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: join(folder, "missing") })).toBe(join(folder, "chromium"));
});
