import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname } from "node:path";

/** @type {NodeJS.Signals[]} */
const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];
/** One Ctrl-C reaches us from the terminal and again from npm; within this time it counts once. */
const SAME_KEYSTROKE_MS = 1000;
const LOOK_AT_PARENT_MS = 500;

/**
 * Runs a program until it ends and answers its exit code.
 *
 * With `ownGroup` it stands in a process group of its own: the terminal's Ctrl-C comes to us alone and is passed on once,
 * so that it stops in order. If we are killed outright it stops too (follow-parent.mjs), and if npm above us is, we stop it.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd: string, ownGroup: boolean }} options
 * @returns {Promise<number>}
 */
export function runChild(node, args, { env, cwd, ownGroup }) {
  const follow = new URL("./follow-parent.mjs", import.meta.url).href;
  const flags = ["--disable-warning=ExperimentalWarning", ...(ownGroup ? ["--import", follow] : [])];
  const child = spawn(node, [...flags, ...args], {
    cwd, detached: ownGroup, stdio: [ownGroup ? "ignore" : "inherit", "inherit", "inherit"],
    env: { ...env, PATH: `${dirname(node)}${delimiter}${env.PATH ?? ""}` },
  });
  const release = forwardSignals(child, ownGroup);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      release();
      resolve(code ?? 128 + (constants.signals[signal ?? "SIGTERM"] ?? 15));
    });
  });
}

/** @param {import("node:child_process").ChildProcess} child @param {boolean} ownGroup */
function forwardSignals(child, ownGroup) {
  let last = { signal: "", at: 0 };
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    const repeated = last.signal === signal && Date.now() - last.at < SAME_KEYSTROKE_MS;
    last = { signal, at: Date.now() };
    // In a shared group the terminal has told the child already.
    if (!repeated && (ownGroup || signal !== "SIGINT" || !process.stdin.isTTY)) child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, pass);
  const above = whoStartedUs();
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && whoStartedUs() !== above) pass("SIGTERM");
  }, LOOK_AT_PARENT_MS);
  return () => {
    clearInterval(watch);
    for (const signal of FORWARDED) process.off(signal, pass);
  };
}

/** Our parent, and npm behind the shell it may have put in between; both numbers change when they die. */
function whoStartedUs() {
  const parent = process.ppid;
  const stat = process.platform === "linux" && existsSync(`/proc/${parent}/stat`) ? readFileSync(`/proc/${parent}/stat`, "utf8") : "";
  const [, grandparent = ""] = /^\d+ \((?:sh|dash|ash|bash)\) \S (\d+)/.exec(stat) ?? [];
  return `${parent} ${grandparent}`;
}
