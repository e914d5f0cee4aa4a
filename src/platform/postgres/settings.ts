import type { Access } from "./access.ts";

/**
 * The server's settings, given on its command line.
 *
 * The log says what the server does, never what a statement held: errors quote values ("Key (name)=(…) already exists"),
 * so they are left to the application, which logs by an allow-list.
 */
export function serverSettings(access: Access, own: Record<string, string>): string[] {
  const settings: Record<string, string> = {
    port: String(access.port),
    listen_addresses: access.by === "tcp" ? "127.0.0.1" : "",
    unix_socket_directories: access.by === "socket" ? `"${access.folder}"` : "",
    unix_socket_permissions: "0700",
    max_connections: "100",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...own,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
