import { formatPreferences } from "../../../platform/web/preferences-cookie.ts";
import type { Preferences } from "../../../platform/ui/layout/preferences.ts";
import { updatePreferences } from "../../store/accounts.ts";
import type { Ground } from "../ground.ts";
import type { Visitor } from "../sessions/find-visitor.ts";

/** Keeps how somebody wants pages to look with their account, so that it is the same on the next device. Not worth an audit entry. */
export async function keepPreferences({ db }: Ground, { accountId }: Visitor, preferences: Preferences): Promise<void> {
  await updatePreferences(db, accountId, formatPreferences(preferences));
}
