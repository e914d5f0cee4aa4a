import { randomUUID } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import { bind } from "../../../platform/db/session.ts";
import type { Db, Tx } from "../../../platform/db/connect.ts";
import { ROLE_PACK } from "../../model/role-pack.ts";
import { insertInstallation, insertOrganization } from "../../store/organizations.ts";
import { insertRoles } from "../../store/roles.ts";
import { organizationSession } from "../ground.ts";

export interface NewOrganization {
  readonly id?: string;
  readonly name: string;
  /** Defaults to the name's first 40 characters. */
  readonly shortName?: string;
  /** Stands in the addresses of public pages: small letters, digits, hyphens. */
  readonly slug: string;
  readonly timeZone?: string;
  readonly description?: string;
  readonly address?: string;
  readonly phone?: string;
  /** What the installation is when this is its first organisation. */
  readonly mode?: "normal" | "demo";
}

/** Founds an organisation with the roles of the pack; answers its id. */
export async function createOrganization(db: Db, masterKey: Buffer, organization: NewOrganization): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await insertInstallation(tx, organization.mode ?? "normal");
    return foundOrganization(tx, masterKey, organization);
  });
}

/** The founding itself, inside a transaction of the caller, which is bound to the new organisation afterwards. */
export async function foundOrganization(tx: Tx, masterKey: Buffer, organization: NewOrganization): Promise<string> {
  const { mode: _, id = randomUUID(), name, shortName = [...name].slice(0, 40).join(""), slug, ...rest } = organization;
  if (!/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/.test(slug)) {
    throw new Refusal("invalid_input", "identity.slug_form", { fields: [{ field: "slug", reason: "identity.slug_form" }] });
  }
  const added = await insertOrganization(tx, { id, name: name.trim(), shortName, slug, ...rest });
  if (!added) throw new Refusal("conflict", "identity.slug_taken", { fields: [{ field: "slug", reason: "identity.slug_taken" }] });
  const { actor } = organizationSession({ db: tx, masterKey, now: () => new Date() }, id);
  await bind(tx, actor);
  await insertRoles(tx, id, ROLE_PACK.map((role, index) => ({ ...role, position: index })));
  await recordAudit(tx, actor, { action: "organization.founded", subjectKind: "organization", subjectId: id, details: { name, slug } });
  return id;
}
