import type { Db } from "../../../platform/db/connect.ts";
import { selectInstallation } from "../../store/organizations.ts";

/** How far the installation has come: its mode (null before the first set-up) and the number of its organisations. */
export function readInstallation(db: Db): Promise<{ mode: "normal" | "demo" | null; organizations: number }> {
  return selectInstallation(db);
}
