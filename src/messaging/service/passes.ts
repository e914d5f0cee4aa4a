import type { OrgKeys } from "#platform/secrets/org-keys.ts";

const MAC_BYTES = 12;

/**
 * The code of one message to one person: its number and a seal only this organisation can make. Nothing is stored, none can be guessed, and it
 * says nothing about anybody.
 */
export function passOf(keys: OrgKeys, recipientId: string): string {
  return Buffer.concat([Buffer.from(recipientId.replaceAll("-", ""), "hex"), sealOf(keys, recipientId)]).toString("base64url");
}

/** The recipient a code stands for; undefined when it was not made here. */
export function readPass(keys: OrgKeys, pass: string): string | undefined {
  const bytes = Buffer.from(pass, "base64url");
  if (bytes.length !== 16 + MAC_BYTES || bytes.toString("base64url") !== pass) return undefined;
  const id = bytes.subarray(0, 16).toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return sealOf(keys, id).equals(bytes.subarray(16)) ? id : undefined;
}

const sealOf = (keys: OrgKeys, id: string): Buffer => keys.blindIndex("message_pass", id).subarray(0, MAC_BYTES);
