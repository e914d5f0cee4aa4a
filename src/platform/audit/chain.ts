import { createHash } from "node:crypto";

/** The facts an entry's hash covers. */
export interface ChainedEntry {
  readonly orgId: string;
  readonly seq: number;
  /** Instant with microseconds, ISO, as stored. */
  readonly at: string;
  readonly accountId: string | null;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: unknown;
}

/** What the first entry of an organisation follows. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256 over the previous hash and the entry as canonical JSON (keys sorted at every level). */
export function hashEntry(previousHash: Buffer, entry: ChainedEntry): Buffer {
  const { orgId, seq, at, accountId, actorName, actorRole, action, subjectKind, subjectId, details } = entry;
  const facts = canonical({ orgId, seq, at, accountId, actorName, actorRole, action, subjectKind, subjectId, details });
  return createHash("sha256").update(previousHash).update(facts).digest();
}

/** JSON with sorted keys, so that equal facts give equal bytes whatever order the database returns. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
