/** How to reach a supervised server. Sockets need no password: the folder is the lock. */
export type Access =
  | { readonly by: "socket"; readonly folder: string; readonly port: number }
  | { readonly by: "tcp"; readonly port: number; readonly ownerPassword: string; readonly appPassword: string };

/** The owner of the schema: migrates, and never answers a request. */
export const OWNER = "linli_owner";
/** The role the application connects as: bound by row-level security, cannot migrate. */
export const APP = "linli_app";
export const DATABASE = "linli";

/**
 * An address both node-postgres and libpq read, and `new URL` too (hence the host that `host=` overrides).
 * Port and sslmode are spelled out so that PGPORT or PGSSLMODE in the environment cannot bend it.
 */
export function urlFor(access: Access, role: typeof OWNER | typeof APP, database: string = DATABASE): string {
  if (access.by === "socket") {
    return `postgresql://${role}@localhost:${access.port}/${database}?host=${encodeURIComponent(access.folder)}&sslmode=disable`;
  }
  const password = role === OWNER ? access.ownerPassword : access.appPassword;
  return `postgresql://${role}:${password}@127.0.0.1:${access.port}/${database}?sslmode=disable`;
}
