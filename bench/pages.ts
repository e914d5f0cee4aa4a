/**
 * Script bytes, server time and requests per second of the pages people open most, on a demonstration of its own:
 *   node bench/pages.ts [RUNS=100] [SECONDS=5]
 * The pages are built first unless `LINLI_BUILD` names a folder with a build. Compared with the budget of 150 kB of script for pages
 * anyone or a volunteer opens, and with /livez, which does nothing at all.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get, type IncomingHttpHeaders } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { markdown, ms, timed, timingOf } from "./measure/timing.ts";

const RUNS = Number(process.argv[2] ?? 100);
const SECONDS = Number(process.argv[3] ?? 5);
const CONNECTIONS = 16;
const BUDGET_KB = 150;
const ROOT = new URL("..", import.meta.url).pathname;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

interface Got { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

const home = await mkdtemp(join(tmpdir(), "linli-bench-"));
const server = await start();
try {
  await run(server.url);
} finally {
  server.child.kill("SIGINT");
  await once(server.child, "exit");
  agent.destroy();
  await rm(home, { recursive: true, force: true });
}

async function start(): Promise<{ url: string; child: ChildProcess }> {
  if (!existsSync(join(ROOT, process.env.LINLI_BUILD ?? "build", "server/index.js"))) {
    spawnSync(process.execPath, ["node_modules/@react-router/dev/bin.cjs", "build"], { cwd: ROOT, stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } });
  }
  const child = spawn(process.execPath, ["src/app/cli.ts", "start", "--demo"], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_ENV: "production", LINLI_DATA: home, PORT: "0", HOST: "127.0.0.1", LINLI_LOG: "warn" } });
  let said = "";
  for await (const part of child.stdout!) {
    said += String(part);
    const port = /http:\/\/localhost:(\d+)\/sign-in/.exec(said)?.[1];
    if (port) { child.stdout!.resume(); return { url: `http://127.0.0.1:${port}`, child }; }
  }
  throw new Error(`the server did not start:\n${said}`);
}

function ask(url: string, cookie?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": "identity", ...(cookie && { cookie: `linli_session=${cookie}` }) } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).on("error", reject).on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }));
    }).on("error", reject);
  });
}

/** Enters as one of the made-up people of the sign-in page. */
async function enter(url: string, role: string): Promise<string> {
  const page = (await ask(`${url}/sign-in`)).body.toString();
  const entry = page.split(/(?=<li)/).find((item) => item.includes(`>${role}<`));
  const accountId = /value="([0-9a-f-]{36})"/.exec(entry ?? "")?.[1];
  if (!accountId) throw new Error(`nobody of the role ${role} stands on the sign-in page`);
  const answer = await fetch(`${url}/sign-in`, { method: "POST", redirect: "manual", headers: { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ intent: "demo", accountId }) });
  const cookie = /linli_session=([^;]+)/.exec(answer.headers.getSetCookie().join("\n"))?.[1];
  if (!cookie) throw new Error(`${role} was not let in: ${answer.status}`);
  return cookie;
}

/** Script a first visit fetches: tags, preloads, what they import at once, and what stands in the page itself; gzip, in kB. */
async function scriptKb(url: string, html: string): Promise<{ kb: number; files: number }> {
  const waiting = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.js)"|import\s*(?:[^"']*from)?\s*["']([^"']+\.js)["']/g)].map(([, tag, imported]) => (tag ?? imported)!);
  const seen = new Map<string, number>();
  while (waiting.length > 0) {
    const path = new URL(waiting.pop()!, `${url}/`).pathname;
    if (seen.has(path)) continue;
    const { body, status } = await ask(url + path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    seen.set(path, gzipSync(body).length);
    for (const [, imported] of body.toString().matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) waiting.push(new URL(imported!, url + path).pathname);
  }
  const inline = [...html.matchAll(/<script(?![^>]*src=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join("");
  const bytes = [...seen.values()].reduce((sum, size) => sum + size, 0) + (inline ? gzipSync(inline).length : 0);
  return { kb: bytes / 1000, files: seen.size };
}

/** Requests answered in a second while so many connections ask without a pause. */
async function perSecond(url: string, cookie?: string): Promise<{ rate: number; p95: number; failed: number }> {
  const until = performance.now() + SECONDS * 1000;
  const taken: number[] = [];
  let failed = 0;
  const since = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() < until) {
      const at = performance.now();
      const { status } = await ask(url, cookie);
      taken.push(performance.now() - at);
      if (status >= 400) failed++;
    }
  }));
  return { rate: taken.length / ((performance.now() - since) / 1000), p95: timingOf(taken).p95, failed };
}

async function pagesOf(url: string): Promise<[string, string | undefined, boolean][]> {
  const [worker, volunteer, clerk] = [await enter(url, "社工"), await enter(url, "志愿者"), await enter(url, "街道专干")];
  const join = /href="(\/join\/[^"/]+\/[^"/]+)"/.exec((await ask(`${url}/join`)).body.toString())?.[1];
  const pair = /href="(\/my-pairs\/[0-9a-f-]{36})/.exec((await ask(`${url}/my-pairs`, volunteer)).body.toString())?.[1];
  return [
    ["/livez", undefined, false], ["/sign-in", undefined, true], ["/help/qingyun", undefined, true], ...(join ? [[join, undefined, true]] as [string, undefined, boolean][] : []),
    ["/my-pairs", volunteer, true], ...(pair ? [[pair, volunteer, true], [`${pair}/log`, volunteer, true]] as [string, string, boolean][] : []),
    ["/", worker, false], ["/people", worker, false], ["/outreach", worker, false], ["/volunteers", worker, false], ["/pairs", worker, false], ["/register", worker, false], ["/returns/2026-11", clerk, false],
  ];
}

async function run(url: string): Promise<void> {
  const rows: (string | number)[][] = [];
  let nothing = 0;
  for (const [path, cookie, light] of await pagesOf(url)) {
    const { status, body, headers } = await ask(url + path, cookie);
    const { kb, files } = await scriptKb(url, headers["content-type"]?.includes("html") ? body.toString() : "");
    const alone = await timed(RUNS, () => ask(url + path, cookie), 5);
    const load = await perSecond(url + path, cookie);
    nothing ||= load.rate;
    rows.push([path.replace(/[0-9a-f-]{36}/, "…"), status, `${kb.toFixed(0)} (${files})`, light ? `${(kb / BUDGET_KB).toFixed(2)} of ${BUDGET_KB} kB` : "", (gzipSync(body).length / 1000).toFixed(1), ms(alone.median), ms(alone.p95), load.rate.toFixed(0), (load.rate / nothing).toFixed(3), ms(load.p95), load.failed]);
  }
  console.log(markdown(["page", "status", "script kB gzip (files)", "budget", "HTML kB gzip", "median ms", "p95 ms", `requests/s at ${CONNECTIONS}`, "ratio to /livez", "p95 ms under load", "failed"], rows));
  console.log(`\n${RUNS} requests one at a time, then ${SECONDS} s at ${CONNECTIONS} connections; the loader shares the machine; load ${loadavg()[0]!.toFixed(1)}`);
}
