import type { Installation } from "../../../platform/web/context.ts";
import { selectDemoAccounts } from "../../store/accounts.ts";
import { standingOf } from "../../store/memberships.ts";
import type { Ground } from "../ground.ts";

/** A made-up person who can be entered with one button. */
export interface DemoPerson {
  readonly accountId: string;
  readonly name: string;
  readonly roleNameZh: string;
  readonly roleNameEn: string;
  readonly organization: string;
}

/** Who can be entered on a demo installation, one line per membership's first organisation; nobody anywhere else. */
export async function listDemoPeople(ground: Ground & Pick<Installation, "mode">): Promise<DemoPerson[]> {
  if (ground.mode !== "demo") return [];
  const accounts = await selectDemoAccounts(ground.db, 30);
  const people = await Promise.all(accounts.map(async ({ id, name }) => {
    const [first] = await standingOf(ground.db, id, null, ground.now());
    if (!first) return null;
    const acting = (await standingOf(ground.db, id, first.orgId, ground.now())).find(({ orgId }) => orgId === first.orgId);
    return { accountId: id, name, roleNameZh: acting?.roleNameZh ?? first.role, roleNameEn: acting?.roleNameEn ?? first.role, organization: first.orgShortName };
  }));
  return people.filter((person) => person !== null);
}
