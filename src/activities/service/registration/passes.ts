import type { OrgKeys } from "#platform/secrets/org-keys.ts";

const MAC_BYTES = 12;

/**
 * The code of a registration: its number and a seal only this organisation can make. Nothing is stored, none can be guessed, and it says
 * nothing about anybody. Stands in the QR code and in the address of a public sign-up's own page.
 */
export function passOf(keys: OrgKeys, registrationId: string): string {
  return Buffer.concat([Buffer.from(registrationId.replaceAll("-", ""), "hex"), sealOf(keys, registrationId)]).toString("base64url");
}

/** The registration a code stands for; undefined when it was not made here. */
export function readPass(keys: OrgKeys, pass: string): string | undefined {
  const bytes = Buffer.from(pass, "base64url");
  if (bytes.length !== 16 + MAC_BYTES || bytes.toString("base64url") !== pass) return undefined;
  const hex = bytes.subarray(0, 16).toString("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return sealOf(keys, id).equals(bytes.subarray(16)) ? id : undefined;
}

const sealOf = (keys: OrgKeys, id: string): Buffer => keys.blindIndex("activity_pass", id).subarray(0, MAC_BYTES);
