import { createHash } from "node:crypto";

/** The fingerprint of a wording: SHA-256 of title, a line feed and body, and two line feeds and the easy-read text where there is one. */
export function hashOfText({ title, body, easyBody }: { title: string; body: string; easyBody: string }): Buffer {
  return createHash("sha256").update(easyBody === "" ? `${title}\n${body}` : `${title}\n${body}\n\n${easyBody}`).digest();
}
