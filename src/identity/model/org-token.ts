const PREFIX = { access: "linli_", invitation: "" } as const;
const BYTES = { organization: 16, secret: 32 } as const;

/** A token that names its organisation, so that it can be looked up inside that organisation's wall: id (16 bytes) and secret (32). */
export function composeOrgToken(kind: keyof typeof PREFIX, orgId: string, secret: Uint8Array): string {
  if (secret.length !== BYTES.secret) throw new Error("A token's secret has 32 bytes.");
  return PREFIX[kind] + Buffer.concat([Buffer.from(orgId.replaceAll("-", ""), "hex"), secret]).toString("base64url");
}

/** The organisation a token names; null for anything that is not one of ours. */
export function organizationOfToken(kind: keyof typeof PREFIX, token: string): string | null {
  const prefix = PREFIX[kind];
  if (!token.startsWith(prefix) || !/^[A-Za-z0-9_-]{64}$/.test(token.slice(prefix.length))) return null;
  const hex = Buffer.from(token.slice(prefix.length), "base64url").subarray(0, BYTES.organization).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
