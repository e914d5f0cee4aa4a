import pino, { type Logger } from "pino";

/** What a request leaves in the log: an allow-list. No address, no query, no body, no name. */
export interface RequestLine {
  requestId: string;
  method: string;
  face: "page" | "api";
  status: number;
  ms: number;
}

export interface Log {
  request(line: RequestLine): void;
  /** Something the operator should know, e.g. `database.restarted`. */
  event(name: string, facts?: Readonly<Record<string, number | string | boolean>>): void;
  /** A bug: its kind, its place in the code and the request's number; never the message's values. */
  bug(error: unknown, requestId: string): void;
}

/** Structured lines on standard output, or nothing at all for commands. */
export function createLog({ level = process.env.LINLI_LOG ?? "info", destination }: { level?: string; destination?: pino.DestinationStream } = {}): Log {
  const logger: Logger = pino({ level, base: null }, destination ?? pino.destination({ fd: 2, sync: false }));
  return {
    request: ({ requestId, method, face, status, ms }) => logger[status >= 500 ? "error" : "debug"]({ requestId, method, face, status, ms }, "request"),
    event: (name, facts = {}) => logger.info(facts, name),
    bug: (error, requestId) => logger.error({ requestId, ...describeBug(error) }, "bug"),
  };
}

/** A message may quote what it could not read, so none is kept: only the kind, a code, the constraint and the place leave. */
function describeBug(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const place = error.stack?.split("\n").filter((line) => line.trim().startsWith("at ")).slice(0, 8).map((line) => line.trim());
  return { kind: error.name, ...(code && { code }), ...(constraint && { constraint }), ...(table && { table }), place };
}
