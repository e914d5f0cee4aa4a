import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The installation's master key: `LINLI_MASTER_KEY` (64 hex digits), else `master.key` in the data folder, made at first start.
 * Whoever loses it can no longer read sealed values: `linli backup` says so and names the file.
 */
export async function loadMasterKey(dataDir: string, env: NodeJS.ProcessEnv = process.env): Promise<Buffer> {
  if (env.LINLI_MASTER_KEY) return parse(env.LINLI_MASTER_KEY, "LINLI_MASTER_KEY");
  const file = join(dataDir, "master.key");
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return parse(await readFile(file, "utf8"), file);
}

function parse(text: string, source: string): Buffer {
  const hex = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error(`${source} must hold 64 hexadecimal digits (32 bytes).`);
  return Buffer.from(hex, "hex");
}
