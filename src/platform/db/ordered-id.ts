import { randomUUID } from "node:crypto";

/**
 * A UUID that begins with the millisecond it was made in (version 7, RFC 9562): rows written together lie together in every
 * index, where random ids would touch a page each. It tells when a row was made, so never use it where that is a secret.
 */
export function orderedId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
