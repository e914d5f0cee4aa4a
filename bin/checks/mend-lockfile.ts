/**
 * Adds to package-lock.json the optional packages of other systems that npm left out:
 *   node bin/checks/mend-lockfile.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { unlisted } from "./lockfile.ts";

type Locked = Parameters<typeof unlisted>[1] & { dev?: boolean; engines?: unknown; license?: string };

const SYSTEM = /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(\w+))?$/;

/** The entries to add, by path. The name of such a package tells its system. */
export function missingEntries(packages: Record<string, Locked>): Record<string, object> {
  const added: Record<string, object> = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of unlisted(path, entry, packages)) {
      const [, os, cpu, abi] = SYSTEM.exec(name) ?? [];
      if (!os) continue;
      const sibling = Object.keys(entry.optionalDependencies ?? {}).map((other) => packages[`node_modules/${other}`]).find(Boolean);
      added[`node_modules/${name}`] = {
        version: entry.optionalDependencies?.[name], cpu: [cpu],
        ...(entry.dev && { dev: true }),
        ...(os === "linux" && { libc: [abi?.includes("musl") ? "musl" : "glibc"] }),
        ...(sibling?.license && { license: sibling.license }),
        optional: true, os: [os],
        ...(sibling?.engines !== undefined && { engines: sibling.engines }),
      };
    }
  }
  return added;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
  const { "": root, ...rest } = { ...lock.packages, ...missingEntries(lock.packages) };
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: { "": root, ...Object.fromEntries(sorted) } }, null, 2)}\n`);
}
