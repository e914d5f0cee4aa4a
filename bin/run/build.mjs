import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ForPeople, say } from "./for-people.mjs";

/** Everything the built pages are made from. */
const SOURCES = ["src", "public", "package-lock.json", "react-router.config.ts", "vite.config.ts", "tsconfig.json"];
const PRODUCTS = ["build/server/index.js", "build/client"];

/**
 * Builds the pages unless the last build was made from these very sources.
 *
 * @param {string} root
 * @param {string} node
 */
export function prepareBuild(root, node) {
  const stamp = join(root, "build", ".sources");
  const now = fingerprint(root);
  if (PRODUCTS.every((path) => existsSync(join(root, path))) && readStamp(stamp) === now) return;

  say("Building the pages");
  const { status, stdout, stderr, error } = spawnSync(node, [join(root, "node_modules/@react-router/dev/bin.cjs"), "build"], {
    cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_ENV: "production" }, maxBuffer: 1e8,
  });
  if (status !== 0) {
    throw new ForPeople("The pages could not be built; see above.", "页面构建失败，原因见上。", `${stdout}${stderr}${error ?? ""}`);
  }
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(stamp, now);
}

/** A hash over names and contents of the sources, tests left out. @param {string} root */
export function fingerprint(root) {
  const hash = createHash("sha256");
  const take = (/** @type {string} */ path) => {
    const full = join(root, path);
    const found = statSync(full, { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of readdirSync(full).sort()) take(`${path}/${name}`);
    else if (found && !/\.test\.tsx?$/.test(path)) hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
  };
  for (const path of SOURCES) take(path);
  return hash.digest("hex");
}

/** @param {string} file */
function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
