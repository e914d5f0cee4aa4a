import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { serve as listen } from "@hono/node-server";
import type { Server } from "node:http";
import { sql } from "kysely";
import { hasOrganization, openJobSession } from "../../identity/index.ts";
import { createLog } from "../../platform/http/log.ts";
import { startWorker } from "../../platform/jobs/worker.ts";
import { readMailSettings } from "../../platform/notify/mail-notice.ts";
import { loadMasterKey } from "../../platform/secrets/master-key.ts";
import { endOldDrafts } from "./end-drafts.ts";
import { carriersOf } from "./carriers.ts";
import { readTextChannels } from "../../platform/notify/text-channels.ts";
import { sendDigests } from "./send-digests.ts";
import { openDatabase } from "./database.ts";
import { createHttp } from "./http.ts";
import type { Settings } from "./settings.ts";
import { jobKinds } from "../slices.ts";
import { seedDemo } from "../demo/seed-demo.ts";
import { openInstallation } from "./web.ts";

const BUILD = new URL(`../../../${process.env.LINLI_BUILD ?? "build"}/`, import.meta.url);
const SYSTEM = { name: "Linli", role: "system" };

/** A server at work. */
export interface Running {
  readonly port: number;
  readonly banner: readonly string[];
  stop(): Promise<void>;
}

/** Starts everything in order: database, migrations, worker, web. Stops in the opposite order. */
export async function serve(settings: Settings, print: (line: string) => void): Promise<Running> {
  const log = createLog();
  const masterKey = await loadMasterKey(settings.dataDir);
  const database = await openDatabase(settings, "serve", (line) => log.event(line));
  const setupCode = (await hasOrganization(database.db)) ? null : randomBytes(4).toString("hex").toUpperCase();
  let open = setupCode;
  let { origin } = settings;
  const installation = openInstallation({
    db: database.db, masterKey, mode: settings.demo ? "demo" : settings.development ? "development" : "normal", origin: () => origin, setupCode: () => open, reportBug: log.bug,
  });
  if (settings.demo && setupCode) { print("正在准备演示数据（都是虚构的人） … preparing the demonstration"); await seedDemo(installation); open = null; }

  const worker = await startWorker({
    owner: database.owner, alone: database.alone, kinds: new Map(jobKinds.map((kind) => [kind.kind, kind])), reportBug: log.bug,
    carriers: carriersOf(installation, { origin: () => origin, mail: readMailSettings(process.env), channels: readTextChannels(process.env) }),
    regular: async () => { await endOldDrafts(installation); await sendDigests(installation); },
    sessionFor: (orgId, accountId) => openJobSession(installation, orgId, accountId),
    systemSession: (orgId) => installation.systemSession(orgId, SYSTEM),
  });
  const build = await import(new URL("server/index.js", BUILD).href);
  const app = createHttp({
    installation, build, log, clientFolder: fileURLToPath(new URL("client", BUILD)),
    ready: () => sql`select 1`.execute(database.db).then(() => true, () => false),
  });
  const server = listen({ fetch: app.fetch, port: settings.port, hostname: settings.host }) as Server;
  await Promise.race([once(server, "listening"), once(server, "error").then(([error]) => { throw error; })]);
  const port = (server.address() as { port: number }).port;
  origin = origin.replace(/:0$/, `:${port}`); // any free port was asked for
  return {
    port, banner: banner(settings, origin, database.name, open),
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 3000).unref();
      await closed;
      await worker.stop();
      await database.stop();
    },
  };
}

function banner(settings: Settings, address: string, database: string, setupCode: string | null): string[] {
  const how = settings.demo
    ? ["演示：登录页上列出了可以进入的人  Demonstration: the sign-in page lists the people you can be", `${address}/sign-in`]
    : setupCode
      ? ["首次设置：打开下面的地址，输入设置码  First set-up: open this address and enter the code", `${address}/set-up    ${setupCode}`]
      : ["登录  Sign in", `${address}/sign-in`];
  return ["", "  邻里 Linli", `  地址 Address    ${address}`, `  数据库 Database  ${database}`, `  ${how[0]}`, `    ${how[1]}`, "  按 Ctrl-C 停止  Ctrl-C stops", ""];
}
