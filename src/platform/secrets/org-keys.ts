import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { OrgId } from "../../kernel/ids.ts";

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
  /** Keyed hash (HMAC-SHA-256) to find equal values without opening them. */
  blindIndex(kind: string, plain: string): Buffer;
}

const VERSION = 1;

/** Derives an organisation's keys from the installation's master key (HKDF-SHA-256, RFC 5869). */
export function orgKeys(masterKey: Buffer, orgId: OrgId): OrgKeys {
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", masterKey, orgId, `linli/${use}/v${VERSION}`, 32));
  const sealing = derive("seal");
  const indexing = derive("index");
  const aad = ({ table, column, row }: Cell) => Buffer.from(`${table}|${column}|${row}|${orgId}`);
  return {
    seal(plain, cell) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce).setAAD(aad(cell));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, cell) {
      if (sealed[0] !== VERSION) throw new Error("A sealed value of an unknown key version.");
      const decipher = createDecipheriv("aes-256-gcm", sealing, sealed.subarray(1, 13)).setAAD(aad(cell)).setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString("utf8");
    },
    blindIndex: (kind, plain) => createHmac("sha256", indexing).update(kind).update("\0").update(plain).digest(),
  };
}
