import { randomUUID } from "node:crypto";
import type { Db } from "../../platform/db/connect.ts";
import { sealCursorsWith } from "../../platform/db/keyset.ts";
import { openSession } from "../../platform/db/session.ts";
import { AccountId, OrgId } from "../../kernel/ids.ts";
import { orgKeys } from "../../platform/secrets/org-keys.ts";
import type { Installation } from "../../platform/web/context.ts";

/** The account that stands for the installation itself in the audit trail. */
const NOBODY = AccountId.parse("00000000-0000-4000-8000-000000000000");

/** The installation as faces may use it. */
export function openInstallation(parts: {
  db: Db; masterKey: Buffer; mode: Installation["mode"]; setupCode: () => string | null; origin: () => string;
  reportBug: Installation["reportBug"]; now?: () => Date;
}): Installation {
  const { db, masterKey, mode, reportBug, now = () => new Date() } = parts;
  sealCursorsWith(masterKey);
  return {
    db, masterKey, mode, reportBug, now,
    get origin() { return parts.origin(); },
    get setupCode() { return parts.setupCode(); },
    systemSession(orgId, as, key) {
      const id = OrgId.parse(orgId);
      return openSession({
        db, now: now(), keys: orgKeys(masterKey, id), key,
        actor: { accountId: NOBODY, orgId: id, name: as.name, role: as.role, capabilities: new Set(as.capabilities ?? []), personId: null, strong: false },
      });
    },
  };
}

/** A number that finds a request in the log; the only thing a reader of a fault page is told. */
export const newRequestId = (): string => randomUUID().slice(0, 8);
