import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ForPeople, say } from "./for-people.mjs";
import { runNpm } from "./npm.mjs";

/**
 * Installs the packages of package-lock.json unless exactly those are there.
 *
 * @param {string} root
 */
export function prepareDependencies(root) {
  const lockFile = join(root, "package-lock.json");
  const stampFile = join(root, "node_modules", ".linli-lock");
  const wanted = readLock(lockFile);
  if (!wanted) throw new ForPeople("package-lock.json is missing or damaged.", "package-lock.json 缺失或损坏。");
  const stamp = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  // npm writes its own list last, so a broken-off installation has none; by it, packages added by hand count too.
  if (isInstalled(wanted, readLock(join(root, "node_modules", ".package-lock.json")))) return;

  say("Installing the packages (the first time takes about a minute)");
  const clean = runNpm(["ci"], root);
  if (clean.ok) return;
  // A lock file that leaves out another system's optional packages is refused by npm ci, though it serves this one well.
  const { ok, output, offline } = /EUSAGE/.test(clean.output) ? runNpm(["install", "--no-save"], root) : clean;
  if (ok) {
    writeFileSync(stampFile, stamp);
    return;
  }
  const [why, warum] = offline ? ["The npm registry cannot be reached.", "无法连接 npm 源。"] : ["npm ci failed.", "npm ci 失败。"];
  throw new ForPeople(
    `${why} Linli's packages are not complete; connect and run the same command again.`,
    `${warum}依赖包尚未装全，请检查网络后重新运行同一命令。`,
    output,
  );
}

/**
 * Whether the packages listed as installed are the wanted ones. Optional packages of other systems may be missing.
 *
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }>} wanted
 * @param {typeof wanted | undefined} present
 */
export function isInstalled(wanted, present) {
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    const found = present[path];
    return found ? found.version === version : optional === true || devOptional === true;
  });
}

/** @param {string} file */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
