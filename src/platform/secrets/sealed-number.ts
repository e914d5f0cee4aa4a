import type { OrgKeys } from "./org-keys.ts";

const MAC_BYTES = 12;

/** A row's number with a seal only this organisation can make, for addresses and QR codes: nothing is stored, none can be guessed, and it says nothing about anybody. */
export function sealNumber(keys: OrgKeys, kind: string, id: string): string {
  return Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), sealOf(keys, kind, id)]).toString("base64url");
}

/** The number a code stands for; undefined when it was not made here, or for another kind. */
export function openNumber(keys: OrgKeys, kind: string, code: string): string | undefined {
  const bytes = Buffer.from(code, "base64url");
  if (bytes.length !== 16 + MAC_BYTES || bytes.toString("base64url") !== code) return undefined;
  const hex = bytes.subarray(0, 16).toString("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return sealOf(keys, kind, id).equals(bytes.subarray(16)) ? id : undefined;
}

const sealOf = (keys: OrgKeys, kind: string, id: string): Buffer => keys.blindIndex(kind, id).subarray(0, MAC_BYTES);
