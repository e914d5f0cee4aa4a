import type { BrowserContext, Page } from "playwright-core";
import type { Cast } from "#app/demo/demo-cast.ts";
import { addMember, createAccount, createOrganization, openJobSession } from "#identity/index.ts";
import { givenSignedIn } from "#identity/testing.ts";
import type { Linli } from "./linli.ts";

/** Password of everybody in a prepared team. */
export const PASSWORD = "紫色大象在跳舞-63";

const STAFF = [["worker", "林晓禾"], ["supervisor", "苏明远"], ["coordinator", "何静宜"], ["clerk", "赵文清"], ["admin", "周敏"]] as const;

/** An organisation at work, each of its people on a device of their own. */
export interface Team extends Cast {
  /** Adds one more person of a role, found again under `key`. */
  join(key: string, name: string, role: string, personId?: string | null): Promise<void>;
  /** Signs a browser in, with the second factor shown unless said otherwise, and opens a page in it. */
  enter(context: BrowserContext, key: string, options?: { strong?: boolean }): Promise<Page>;
}

/** Founds an organisation with one person per role, all at work for 75 days. Logins are `worker@qingyun.example` and so on. */
export async function foundTeam(site: Linli, slug = "qingyun"): Promise<Team> {
  const { installation } = site;
  const { db, masterKey, now } = installation;
  const names = new Map<string, string>();
  const accounts: Record<string, string> = {};
  const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);
  const orgId = await createOrganization(db, masterKey, { name: "青云协同社会工作服务中心", shortName: "青云协同社工站", slug, description: "陪伴长期居家的残疾青年走出家门。", address: "青云街道东里 8 号", phone: "0871-65500000" });
  const join = async (key: string, name: string, role: string, personId: string | null = null) => {
    const accountId = await createAccount(db, { login: `${key}@${slug}.example`, name, password: PASSWORD });
    await addMember(db, masterKey, { orgId, accountId, role, personId, from: daysAgo(75) });
    accounts[key] = accountId;
    names.set(key, name);
  };
  for (const [role, name] of STAFF) await join(role, name, role);
  return {
    orgId, accounts, join,
    addVolunteer: (name, personId) => join("volunteer", name, "volunteer", personId),
    async as(role, days = 0) {
      const at = daysAgo(days);
      const session = await openJobSession({ db, masterKey, now: () => at }, orgId, accounts[role]!);
      if (!session) throw new Error(`The team has no ${role}.`);
      return session;
    },
    async enter(context, key, { strong = true } = {}) {
      const { token } = await givenSignedIn({ db, masterKey, now }, { accountId: accounts[key]!, name: names.get(key)! }, orgId, { strong });
      await context.addCookies([{ name: "linli_session", value: token, url: site.url }]);
      return context.newPage();
    },
  };
}
