import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("whatever listens for keys reads them from a table that the page of keys lists", () => {
  const listening = globSync("src/**/*.{ts,tsx}").filter((file) => !file.endsWith(".test.ts") && /addEventListener\("key(down|up|press)"|onKey(Down|Up)=/.test(readFileSync(file, "utf8")));
  expect(listening.length).toBeGreaterThan(2);
  for (const file of listening) expect(readFileSync(file, "utf8"), file).toMatch(/answersTo\(event, (HOUSE_KEYS|[A-Z]+_KEYS)/);
  for (const file of listening) expect(readFileSync(file, "utf8"), file).not.toMatch(/event\.key\s*===/);
});
