import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";

/** An organisation's signing key: the public half is for everybody, the private half never leaves this object. */
export interface Signer {
  /** SPKI in PEM. */
  readonly publicKey: string;
  /** First 16 hexadecimal digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string;
  /** Ed25519 (RFC 8032); 64 bytes. */
  sign(message: Uint8Array): Buffer;
}

/** Everything of a PKCS #8 Ed25519 key that stands before its 32 secret bytes (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signing key that 32 secret bytes give; the same bytes always give the same key. */
export function signerFrom(secret: Uint8Array): Signer {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, secret]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  return {
    publicKey: publicKey.export({ format: "pem", type: "spki" }).toString(),
    keyId: createHash("sha256").update(publicKey.export({ format: "der", type: "spki" })).digest("hex").slice(0, 16),
    sign: (message) => sign(null, message, privateKey),
  };
}
