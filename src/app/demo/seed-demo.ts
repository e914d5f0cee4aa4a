import type { Installation } from "../../platform/web/context.ts";
import { createDemoAccounts } from "./demo-accounts.ts";

/** Fills an empty installation with the made-up Qingyun programme and one person per role. */
export async function seedDemo(installation: Installation): Promise<void> {
  await createDemoAccounts(installation);
}
