import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** A program, and the script that runs it through runChild. */
async function aProgram(program: string): Promise<{ folder: string; script: string }> {
  const folder = await mkdtemp(join(tmpdir(), "linli 子进程-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "program.mjs"), program);
  const script = `const { runChild } = await import(${JSON.stringify(new URL("./child.mjs", import.meta.url).href)});
    process.exitCode = await runChild(process.execPath, [${JSON.stringify(join(folder, "program.mjs"))}, "a b"],
      { env: process.env, cwd: ${JSON.stringify(folder)}, ownGroup: true });`;
  return { folder, script };
}

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stdout?.on("data", (part: Buffer) => { text += part.toString(); });
  return () => text;
}

async function run(program: string): Promise<{ wrapper: ChildProcess; printed(): string; ended: Promise<number | null> }> {
  const { script } = await aProgram(program);
  const wrapper = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  return { wrapper, printed: collect(wrapper), ended: new Promise((resolve) => wrapper.once("close", resolve)) };
}

const WAITS = `for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {
    console.log(name); setTimeout(() => process.exit(7), 300); });
  setInterval(() => {}, 1000); console.log("ready");`;

test("arguments go in, the exit code comes out", async () => {
  const { printed, ended } = await run("console.log(process.argv[2]); process.exitCode = 3;");
  expect(await ended).toBe(3);
  expect(printed()).toBe("a b\n");
});

test("a Ctrl-C that arrives twice reaches the program once, and it ends in its own time", async () => {
  const { wrapper, printed, ended } = await run(WAITS);
  await expect.poll(printed, { timeout: 10_000 }).toBe("ready\n");
  wrapper.kill("SIGINT");
  wrapper.kill("SIGINT");
  setTimeout(() => wrapper.kill("SIGINT"), 50);
  expect(await ended).toBe(7);
  expect(printed()).toBe("ready\nSIGINT\n");
});

test("a program killed by a signal counts as failed", async () => {
  const { ended } = await run("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);");
  expect(await ended).toBe(128 + 9);
});

test("when the wrapper is killed outright, the program is asked to stop", async () => {
  const { wrapper, printed } = await run(WAITS);
  await expect.poll(printed, { timeout: 10_000 }).toBe("ready\n");
  wrapper.kill("SIGKILL");
  await expect.poll(printed, { timeout: 10_000 }).toBe("ready\nSIGTERM\n");
});

test("when npm is killed outright, shell in between or not, the program is asked to stop", async () => {
  const { folder, script } = await aProgram(WAITS);
  const npm = spawn(process.execPath, ["-e", `require("child_process").spawn("sh", ["-c", ${JSON.stringify(`'${process.execPath}' --input-type=module -e "$SCRIPT"; true`)}], { stdio: "inherit" })`],
    { cwd: folder, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, SCRIPT: script, npm_lifecycle_event: "start" } });
  const printed = collect(npm);
  await expect.poll(printed, { timeout: 10_000 }).toBe("ready\n");
  npm.kill("SIGKILL");
  await expect.poll(printed, { timeout: 10_000 }).toBe("ready\nSIGTERM\n");
});
