import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import type { OrgId } from "../../kernel/ids.ts";
import { signerFrom, type Signer } from "./signer.ts";

/** Where a sealed value lives; bound into the cipher so that a value moved to another cell no longer opens. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** Sealing and finding secret values of one organisation. */
export interface OrgKeys {
  /** AES-256-GCM; the result is version ‖ nonce (12) ‖ tag (16) ‖ ciphertext. */
  seal(plain: string, cell: Cell): Buffer;
  /** Opens a sealed value; throws when it was altered or stems from another cell or organisation. */
  open(sealed: Buffer, cell: Cell): string;
  /** As `seal` and `open`, for what is no text: a picture. */
  sealBytes(plain: Uint8Array, cell: Cell): Buffer;
  openBytes(sealed: Buffer, cell: Cell): Buffer;
  /** Keyed hash (HMAC-SHA-256) to find equal values without opening them. */
  blindIndex(kind: string, plain: string): Buffer;
  /** Signs what leaves the house and must be provable there (Ed25519). */
  signer(): Signer;
}

const VERSION = 1;
const HEAD = Buffer.of(VERSION);

const NONCE_BYTES = 12;
/** Random bytes for the next nonces: drawn for a thousand at a time, each used once. */
let nonces = Buffer.alloc(0);
let drawn = 0;

function nextNonce(): Buffer {
  if (drawn === nonces.length) {
    nonces = randomBytes(NONCE_BYTES * 1000);
    drawn = 0;
  }
  return nonces.subarray(drawn, drawn += NONCE_BYTES);
}

/** Derives an organisation's keys from the installation's master key (HKDF-SHA-256, RFC 5869). */
export function orgKeys(masterKey: Buffer, orgId: OrgId): OrgKeys {
  // A key object, made once: wrapping raw bytes anew costs more than the cipher itself.
  const bytesFor = (use: string) => Buffer.from(hkdfSync("sha256", masterKey, orgId, `linli/${use}/v${VERSION}`, 32));
  const derive = (use: string) => createSecretKey(bytesFor(use));
  const sealing = derive("seal");
  const indexing = derive("index");
  const aad = ({ table, column, row }: Cell) => Buffer.from(`${table}|${column}|${row}|${orgId}`);
  const sealBytes = (plain: Uint8Array, cell: Cell) => {
    const nonce = nextNonce();
    const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(aad(cell));
    const body = [cipher.update(plain), cipher.final()] as const;
    return Buffer.concat([HEAD, nonce, cipher.getAuthTag(), ...body]);
  };
  const openBytes = (sealed: Buffer, cell: Cell) => {
    if (sealed[0] !== VERSION) throw new Error("A sealed value of an unknown key version.");
    const decipher = createDecipheriv("aes-256-gcm", sealing, sealed.subarray(1, 13)).setAAD(aad(cell)).setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  };
  return {
    sealBytes, openBytes,
    seal: (plain, cell) => sealBytes(Buffer.from(plain), cell),
    open: (sealed, cell) => openBytes(sealed, cell).toString("utf8"),
    blindIndex: (kind, plain) => createHmac("sha256", indexing).update(kind).update("\0").update(plain).digest(),
    signer: () => signerFrom(bytesFor("sign")),
  };
}
