import { addMember, createAccount, createOrganization, openJobSession } from "../../identity/index.ts";
import type { Session } from "../../platform/db/session.ts";
import type { Installation } from "../../platform/web/context.ts";

type Role = "lead" | "worker" | "supervisor" | "coordinator" | "clerk" | "admin" | "volunteer";

/** One made-up person per role; they sign in from the list on the sign-in page. */
const STAFF = [
  { login: "demo-worker", name: "林晓禾", role: "worker" },
  { login: "demo-supervisor", name: "苏明远", role: "supervisor" },
  { login: "demo-coordinator", name: "何静宜", role: "coordinator" },
  { login: "demo-clerk", name: "赵文清", role: "clerk" },
  { login: "demo-admin", name: "周敏", role: "admin" },
] as const;

/** Days before today on which the made-up story begins. */
export const BEGAN_DAYS_AGO = 75;

/** The made-up organisation, and its people at work on any day of the story. */
export interface Cast {
  readonly orgId: string;
  readonly accounts: Readonly<Record<string, string>>;
  /** A session of a role, some days ago. */
  as(role: Role, daysAgo?: number): Promise<Session>;
  /** Gives a volunteer an account of their own, or the lead of a neighbours' team. */
  addVolunteer(name: string, personId: string, key?: "volunteer" | "lead"): Promise<void>;
}

/** Founds the organisation of the Qingyun programme with one person per role. */
export async function gatherCast({ db, masterKey, now }: Installation): Promise<Cast> {
  const from = daysBefore(now(), BEGAN_DAYS_AGO);
  const accounts: Record<string, string> = {};
  const orgId = await createOrganization(db, masterKey, {
    name: "青云协同社会工作服务中心", shortName: "青云协同社工站", slug: "qingyun", mode: "demo",
    description: "青云街道「社区老友」项目：陪伴长期居家的残疾青年走出家门，也让照顾他们的家人歇一歇。（演示机构，人物均为虚构）",
    address: "青云街道东里 8 号", phone: "0871-65500000",
  });
  const add = async (login: string, name: string, role: Role, personId: string | null = null, key = role) => {
    const accountId = await createAccount(db, { login, name, isDemo: true });
    await addMember(db, masterKey, { orgId, accountId, role, personId, from });
    accounts[key] = accountId;
  };
  for (const { login, name, role } of STAFF) await add(login, name, role);
  return {
    orgId, accounts,
    async as(role, daysAgo = 0) {
      const at = daysBefore(now(), daysAgo);
      const session = await openJobSession({ db, masterKey, now: () => at }, orgId, accounts[role]!);
      if (!session) throw new Error(`The demonstration has no ${role}.`);
      return session;
    },
    addVolunteer: (name, personId, key = "volunteer") => add(`demo-${key}`, name, "volunteer", personId, key),
  };
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
