import type { Statement } from "./statement.ts";

/** First line of a signed certificate. */
const CERTIFICATE_HEAD = "LINLI-CERTIFICATE-1";
/** First line of a signed list of revocations. */
const REVOCATIONS_HEAD = "LINLI-REVOCATIONS-1";

/** Everything that is signed, byte for byte: the head, the statement as JSON, the key it is signed with. UTF-8, lines end with a line feed. */
export function certificateText(statement: Statement, keyId: string): string {
  return textOf(CERTIFICATE_HEAD, statement, keyId);
}

/** The numbers that are no longer valid, as one text to be signed. */
export function revocationsText(list: { readonly issuer: string; readonly asOf: string; readonly revoked: readonly { readonly number: string; readonly on: string; readonly reason: string }[] }, keyId: string): string {
  return textOf(REVOCATIONS_HEAD, list, keyId);
}

/** The text with its signature as the last line. */
export function withSignature(text: string, signature: Uint8Array): string {
  return `${text}signature: ${Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("")}\n`;
}

/** What a document of our own states. Proves nothing: that is the verifier's part. */
export function readStatement(document: string): Statement {
  const start = document.indexOf("\n") + 1;
  return JSON.parse(document.slice(start, document.lastIndexOf("\nkey: "))) as Statement;
}

function textOf(head: string, body: object, keyId: string): string {
  return `${head}\n${JSON.stringify(body, null, 2)}\nkey: ${keyId}\n`;
}
