import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeRegister } from "./testing.ts";
import { figuresOf, previewOf } from "./testing/fixture-tables.ts";

const FORMATS = ["xlsx", "csv", "csv-gb18030"] as const;

test.each(FORMATS)("a made-up register in %s comes to its own figures", async (format) => {
  const folder = await mkdtemp(join(tmpdir(), "linli-test-"));
  try {
    const path = join(folder, "register");
    const truth = await writeRegister(path, 3_000, 11, { format });
    expect(figuresOf(await previewOf({ path }), truth)).toEqual(truth);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("memory does not grow with the register: 100,000 rows", async () => {
  const folder = await mkdtemp(join(tmpdir(), "linli-test-"));
  try {
    const path = join(folder, "register.csv");
    const truth = await writeRegister(path, 100_000, 3, { format: "csv" });
    const before = process.memoryUsage().rss;
    const preview = await previewOf({ path });
    expect(figuresOf(preview, truth)).toEqual(truth);
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(300);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);
