/**
 * Works while you do: builds and serves, and does both again when a source changes.
 *   bin/dev [--demo]
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareBuild } from "./run/build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** An editor saves several files at once; one build answers them all. */
const SETTLE_MS = 150;

let server: ChildProcess | undefined;
let settling: NodeJS.Timeout | undefined;
let turn = Promise.resolve();
let ending = false;

for (const folder of ["src", "migrations"]) {
  watch(join(root, folder), { recursive: true }, (_, name) => {
    if (ending || !name || /\.test\.tsx?$/.test(name)) return;
    clearTimeout(settling);
    settling = setTimeout(() => { turn = turn.then(restart); }, SETTLE_MS);
  });
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    ending = true;
    clearTimeout(settling);
    turn = turn.then(stop).then(() => process.exit(0));
  });
}
turn = turn.then(restart);

async function restart(): Promise<void> {
  try {
    prepareBuild(root, process.execPath);
  } catch (error) {
    console.error((error as Error).message);
    return;
  }
  await stop();
  if (ending) return;
  server = spawn(process.execPath, [join(root, "src/app/cli.ts"), "start", ...process.argv.slice(2)], {
    cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NODE_ENV: "development" },
  });
}

async function stop(): Promise<void> {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  running.kill("SIGTERM");
  await once(running, "exit");
}
