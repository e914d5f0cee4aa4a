import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Actor } from "../../kernel/actor.ts";
import { AccountId, OrgId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/db/connect.ts";
import { openSession, type Session } from "../../platform/db/session.ts";
import { orgKeys, type OrgKeys } from "../../platform/secrets/org-keys.ts";

/** What identity needs of the installation to work where nobody is signed in yet. */
export interface Ground {
  readonly db: Db;
  readonly masterKey: Buffer;
  now(): Date;
}

/** Salt of the installation's own keys. */
const NIL = "00000000-0000-0000-0000-000000000000";
/** Stands for the installation itself in the audit trail. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Keys for what belongs to the installation and to no organisation, e.g. secrets of second factors. */
export function installationKeys(masterKey: Buffer): OrgKeys {
  return orgKeys(masterKey, OrgId.parse(NIL));
}

/** A new token for a cookie or a link: 32 random bytes. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** All that is stored of a token. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Keyed hash of something tried, so that a typed password or an address never stands in the database. */
export function attemptHash(masterKey: Buffer, kind: string, text: string): Buffer {
  const key = Buffer.from(hkdfSync("sha256", masterKey, "linli", "linli/attempts/v1", 32));
  return createHmac("sha256", key).update(kind).update("\0").update(text).digest();
}

/** Key of the drafts an account keeps on its devices, base64; the same at every sign-in. */
export function draftKeyOf(masterKey: Buffer, accountId: string): string {
  return Buffer.from(hkdfSync("sha256", masterKey, accountId, "linli/draft/v1", 32)).toString("base64");
}

/** A session of the organisation itself, for what happens before anyone is signed in: founding, seeding, a failed sign-in. */
export function organizationSession({ db, masterKey, now }: Ground, orgId: string, as: Partial<Pick<Actor, "name" | "role">> & { accountId?: string } = {}): Session {
  const actor: Actor = {
    accountId: AccountId.parse(as.accountId ?? NOBODY), orgId: OrgId.parse(orgId), name: as.name ?? "Linli", role: as.role ?? "system",
    capabilities: new Set(), personId: null, strong: false,
  };
  return openSession({ db, actor, keys: orgKeys(masterKey, actor.orgId), now: now() });
}
