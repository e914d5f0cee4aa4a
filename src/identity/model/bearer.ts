const PREFIX = "linli_";

/** A token that names its organisation, so that it can be looked up inside that organisation's wall: id (16 bytes) and secret (32). */
export function composeBearer(orgId: string, secret: Uint8Array): string {
  return PREFIX + Buffer.concat([Buffer.from(orgId.replaceAll("-", ""), "hex"), secret]).toString("base64url");
}

/** The organisation a token names; null for anything that is not one of ours. */
export function organizationOfBearer(token: string): string | null {
  const match = /^linli_([A-Za-z0-9_-]{64})$/.exec(token);
  if (!match) return null;
  const hex = Buffer.from(match[1]!, "base64url").subarray(0, 16).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
