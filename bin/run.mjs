#!/usr/bin/env node
// The one door to everything: prepares what is missing (runtime, packages, build), then runs the command.
// Plain JavaScript for any Node from 18 on, because it starts before the runtime the rest needs is there.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareBuild } from "./run/build.mjs";
import { runChild } from "./run/child.mjs";
import { prepareDependencies } from "./run/dependencies.mjs";
import { ForPeople } from "./run/for-people.mjs";
import { prepareRuntime } from "./run/runtime.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * What each command runs, and whether it needs the pages built. `tool: true` keeps the caller's terminal and folder, because
 * such a command may ask questions and is given file names.
 *
 * @type {Record<string, { script?: string, words: string[], build?: boolean, tool?: boolean }>}
 */
const COMMANDS = {
  start: { script: "src/app/cli.ts", words: ["start"], build: true },
  linli: { script: "src/app/cli.ts", words: [], tool: true },
  dev: { script: "bin/dev.ts", words: [] },
  test: { script: "bin/suite/run-suite.ts", words: ["--all"] },
  check: { script: "bin/suite/run-suite.ts", words: [] },
  "new-use-case": { script: "bin/new-use-case.ts", words: [], tool: true },
  setup: { words: [], build: true },
};

async function main() {
  const [name = "", ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) {
    console.error(`usage: node bin/run.mjs ${Object.keys(COMMANDS).join("|")} [arguments]`);
    return 2;
  }
  const node = prepareRuntime(root);
  prepareDependencies(root);
  if (command.build) prepareBuild(root, node);
  if (!command.script) return 0;

  // The caller's folder counts for file names, but the data stay with the installation.
  // Compiled code is kept from one start to the next: it takes a second off each.
  const env = { NODE_COMPILE_CACHE: join(root, ".runtime", "compiled"), ...process.env, LINLI_HOME: root };
  const cwd = command.tool ? process.cwd() : root;
  return runChild(node, [join(root, command.script), ...command.words, ...args], { env, cwd, ownGroup: command.tool !== true });
}

if (!existsSync(join(root, "package.json"))) throw new Error(`no installation at ${root}`);
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ForPeople)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
