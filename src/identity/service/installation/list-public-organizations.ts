import type { Db } from "../../../platform/db/connect.ts";
import { selectOrganizations, type Organization } from "../../store/organizations.ts";

/** The organisations of this installation as the public sees them, by the pinyin of their names. */
export function listPublicOrganizations(db: Db, limit = 100): Promise<Organization[]> {
  return selectOrganizations(db, limit);
}
