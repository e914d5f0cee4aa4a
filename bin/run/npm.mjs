import { spawnSync } from "node:child_process";

/** Words in npm's output that mean the registry was not reached. */
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i;
/** The reason comes first, then the manual. */
const MOST_LINES = 20;

/**
 * Runs npm quietly; its words are kept for the case that it fails. Install scripts never run: nothing here needs one, and
 * newer npm would stop to ask.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @returns {{ ok: boolean, output: string, offline: boolean }}
 */
export function runNpm(args, cwd) {
  const quiet = ["--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  // Under `npm start` the very npm that called us is used, with the Node it runs on.
  const cli = process.env.npm_execpath;
  const own = cli && /\.c?js$/.test(cli);
  const result = spawnSync(own ? process.execPath : "npm", [...(own ? [cli] : []), ...args, ...quiet], {
    cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], shell: !own && process.platform === "win32", maxBuffer: 1e8,
    env: forwarded(process.env),
  });
  const output = `${result.stdout ?? ""}${result.stderr ?? ""}${result.error ? String(result.error) : ""}`;
  return { ok: result.status === 0, output: output.split("\n").slice(0, MOST_LINES).join("\n"), offline: OFFLINE.test(output) };
}

/** Settings of the calling npm reach its child as npm_config_*; those about one call (-w, --prefix, omit) must not. @param {NodeJS.ProcessEnv} env */
function forwarded(env) {
  const dropped = /^npm_config_(prefix|local_prefix|global|omit|include|production|workspace|dry_run)$/i;
  const kept = Object.entries(env).filter(([name]) => !dropped.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: "" };
}
