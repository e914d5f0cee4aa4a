import { join, resolve } from "node:path";

/** How this installation is run; everything has a default. */
export interface Settings {
  /** `PORT`, default 3000. */
  readonly port: number;
  /** `HOST`, default all addresses. */
  readonly host: string;
  /** `DATABASE_URL`: a PostgreSQL of one's own, as a login that may create roles; without it the embedded one is used. */
  readonly databaseUrl: string | undefined;
  /** `LINLI_DATA`: where the embedded database, uploads and the master key live, default `.linli` in the installation (`LINLI_HOME`). */
  readonly dataDir: string;
  /** `LINLI_ORIGIN`: the address people type, when a proxy stands in front. */
  readonly origin: string;
  readonly demo: boolean;
  /** Started by `bin/dev`. */
  readonly development: boolean;
}

/** Reads the settings; a nonsense port is refused before anything starts. A demonstration keeps its data apart from real data. */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not "${env.PORT}".`);
  const demo = args.includes("--demo");
  const base = resolve(env.LINLI_HOME ?? ".", env.LINLI_DATA ?? ".linli");
  return {
    port, demo,
    development: env.NODE_ENV === "development",
    host: env.HOST ?? "::",
    databaseUrl: env.DATABASE_URL || undefined,
    dataDir: demo && !env.LINLI_DATA ? join(base, "demo") : base,
    origin: (env.LINLI_ORIGIN ?? `http://localhost:${port}`).replace(/\/$/, ""),
  };
}
