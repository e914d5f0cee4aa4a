import type { Db } from "../platform/db/connect.ts";
import { loadMasterKey } from "../platform/secrets/master-key.ts";
import { openDatabase } from "./server/database.ts";
import { readSettings } from "./server/settings.ts";

/** Runs a command's work on this machine's installation, beside a running server or alone. */
export async function onInstallation<T>(work: (ground: { db: Db; masterKey: Buffer; now(): Date }) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env, process.argv);
  const database = await openDatabase(settings, "command");
  try {
    return await work({ db: database.db, masterKey: await loadMasterKey(settings.dataDir), now: () => new Date() });
  } finally {
    await database.stop();
  }
}
