import { fileURLToPath } from "node:url";
import type { ServerBuild } from "react-router";
import { beforeAll } from "vitest";
import { createHttp } from "#app/server/http.ts";
import { openInstallation } from "#app/server/web.ts";
import { testGround } from "#identity/testing.ts";
import { createLog } from "#platform/http/log.ts";
import { testDatabase, type TestDatabase } from "#platform/testing/database.ts";
import type { Installation } from "#platform/web/context.ts";

const BUILD = new URL(`../../${process.env.LINLI_BUILD ?? "build"}/`, import.meta.url);

/** The whole web application in this process, on a database of the file's own. */
export interface Site {
  readonly t: TestDatabase;
  readonly installation: Installation;
  /** The pages as they were built. */
  readonly build: ServerBuild;
  /** Every line the log wrote. */
  readonly log: readonly string[];
  /** Faults nobody expected, each with the address that met it. */
  readonly bugs: readonly string[];
  ask(path: string, asking?: Asking): Promise<Answer>;
}

export interface Asking {
  readonly method?: string;
  /** Session token of whoever asks. */
  readonly cookie?: string | null;
  readonly bearer?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A body as it stands. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with its whole body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Opens the built application before the file's tests. */
export function site(): Site {
  const t = testDatabase();
  const log: string[] = [];
  const bugs: string[] = [];
  const ground = testGround(t);
  let app: ReturnType<typeof createHttp> | undefined;
  let opened: Installation | undefined;
  let build: ServerBuild | undefined;
  let current = "";
  beforeAll(async () => {
    const lines = createLog({ level: "debug", destination: { write: (line) => { log.push(line); } } });
    const reportBug = (error: unknown, requestId: string) => {
      lines.bug(error, requestId);
      bugs.push(`${current}: ${error instanceof Error ? error.stack?.split("\n").slice(0, 3).join(" | ") : JSON.stringify(error)}`);
    };
    opened = openInstallation({ db: t.db, masterKey: ground.masterKey, mode: "normal", origin: () => "http://localhost", setupCode: () => null, reportBug });
    build = await import(/* @vite-ignore */ new URL("server/index.js", BUILD).href) as ServerBuild;
    app = createHttp({ installation: opened, build, log: lines, clientFolder: fileURLToPath(new URL("client", BUILD)), ready: async () => true });
  });
  return {
    t, log, bugs,
    get installation() { return opened!; },
    get build() { return build!; },
    async ask(path, { method = "GET", cookie, bearer, form, json, raw, headers = {} } = {}) {
      current = `${method} ${path}`;
      const response = await app!.request(`http://localhost${path}`, {
        method, redirect: "manual",
        headers: {
          "sec-fetch-site": "same-origin",
          ...(cookie && { cookie: `linli_session=${cookie}` }), ...(bearer && { authorization: `Bearer ${bearer}` }),
          ...(form && { "content-type": "application/x-www-form-urlencoded" }), ...(json !== undefined && { "content-type": "application/json" }), ...headers,
        },
        ...(raw !== undefined && { body: raw }), ...(form && { body: new URLSearchParams(form).toString() }), ...(json !== undefined && { body: JSON.stringify(json) }),
      });
      return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
    },
  };
}
