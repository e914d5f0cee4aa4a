import type { Db } from "../../../platform/db/connect.ts";
import { findOrganizationBySlug, type Organization } from "../../store/organizations.ts";

/** The organisation whose public pages stand under this name. */
export function findPublicOrganization(db: Db, slug: string): Promise<Organization | undefined> {
  return findOrganizationBySlug(db, slug);
}
