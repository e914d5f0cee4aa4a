import type { Db } from "../../../platform/db/connect.ts";
import { selectInstallation } from "../../store/organizations.ts";

/** False until the installation is set up; then the code in the terminal guards the way in. */
export async function hasOrganization(db: Db): Promise<boolean> {
  return (await selectInstallation(db)).organizations > 0;
}
