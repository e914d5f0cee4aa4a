import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { CannotStart } from "./cannot-start.ts";

/** Why a program wants the server: `serve` may be one only, a `command` (backup, audit) works beside it. */
export type Purpose = "serve" | "command";

/**
 * Advisory locks held for as long as the program lives, on the connection that watches the server. They end with the
 * process, however it ends, so there is no stale lock to clear (decision 0007).
 */
const SERVING = "27756, 1";
const IN_USE = "27756, 2";
/** A predecessor may still be stopping: npm killed above it, say. */
const PATIENCE_MS = 5000;

/** Registers with the server. False when it is just being shut down by its last user and has to be started again. */
export async function moveIn(holder: Client, purpose: Purpose): Promise<boolean> {
  if (!(await ask(holder, `select pg_try_advisory_lock_shared(${IN_USE}) as ok`))) return false;
  if (purpose === "command") return true;
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await ask(holder, `select pg_try_advisory_lock(${SERVING}) as ok`))) {
    if (Date.now() > giveUpAt) throw await alreadyServed(holder);
    await pause(50);
  }
  return true;
}

/** Deregisters; true for the last one, who puts out the light: nobody can move in any more. */
export async function moveOut(holder: Client): Promise<boolean> {
  await holder.query("select pg_advisory_unlock_all()");
  return ask(holder, `select pg_try_advisory_lock(${IN_USE}) as ok`);
}

async function ask(holder: Client, question: string): Promise<boolean> {
  const { rows } = await holder.query<{ ok: boolean }>(question);
  return rows[0]?.ok === true;
}

async function alreadyServed(holder: Client): Promise<CannotStart> {
  const { rows } = await holder.query<{ who: string }>(
    `select a.application_name as who from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.classid = 27756 and l.objid = 1 and l.granted`,
  );
  const who = rows[0]?.who ?? "";
  return new CannotStart(
    `Another Linli is already running on this data folder (${who}). Stop it first, or give this one a folder of its own with LINLI_DATA.`,
    `已有另一个邻里程序在使用这个数据目录（${who}）。请先停止它，或用 LINLI_DATA 为本程序另选目录。`,
  );
}
