import type { Finding, Rule } from "./repo.ts";

/** The parts of a package-lock.json entry the rule reads. */
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * The lock file names no registry (everyone uses their own), and lists every system's optional packages: npm leaves out those it
 * could not fetch when the lock was written, and then refuses it elsewhere. `mend-lockfile.ts` adds them.
 */
export const lockfile: Rule = {
  name: "lock file",
  check(files) {
    const lock = files.find(({ path }) => path === "package-lock.json");
    if (!lock) return [{ path: "package-lock.json", message: "is missing" }];
    const { packages } = JSON.parse(lock.text) as { packages: Record<string, Locked> };
    return Object.entries(packages).flatMap(([name, entry]) => [...faults(name, entry, packages)]);
  },
};

function* faults(name: string, entry: Locked, packages: Record<string, Locked>): Generator<Finding> {
  const path = "package-lock.json";
  if (entry.resolved !== undefined) yield { path, message: `${name} names the registry it came from` };
  if (name !== "" && entry.integrity === undefined && entry.optional !== true) yield { path, message: `${name} has no checksum` };
  for (const missing of unlisted(name, entry, packages)) {
    yield { path, message: `${missing} (optional, of ${name}) is not listed: run node bin/checks/mend-lockfile.ts` };
  }
}

/** Optional packages of an entry that the lock file does not hold. */
export function unlisted(name: string, entry: Locked, packages: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(entry.optionalDependencies ?? {}).filter((wanted) => !(`${name}/node_modules/${wanted}` in packages) && !(`node_modules/${wanted}` in packages));
}
