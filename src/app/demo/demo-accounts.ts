import { addMember, createAccount, createOrganization } from "../../identity/index.ts";
import type { Installation } from "../../platform/web/context.ts";

/** One made-up person per role; they sign in from the list on the sign-in page. */
const PEOPLE = [
  { login: "demo-worker", name: "林晓禾", role: "worker" },
  { login: "demo-supervisor", name: "苏明远", role: "supervisor" },
  { login: "demo-coordinator", name: "何静宜", role: "coordinator" },
  { login: "demo-volunteer", name: "董浩静", role: "volunteer" },
  { login: "demo-clerk", name: "赵文清", role: "clerk" },
  { login: "demo-admin", name: "周敏", role: "admin" },
] as const;

export interface DemoAccounts {
  readonly orgId: string;
  /** Account of each role. */
  readonly byRole: Readonly<Record<(typeof PEOPLE)[number]["role"], string>>;
}

/** The made-up organisation of the Qingyun programme and its people. */
export async function createDemoAccounts({ db, masterKey }: Pick<Installation, "db" | "masterKey">, personOf: Partial<Record<string, string>> = {}): Promise<DemoAccounts> {
  const orgId = await createOrganization(db, masterKey, {
    name: "青云协同社会工作服务中心", shortName: "青云协同社工站", slug: "qingyun", mode: "demo",
    description: "青云街道「社区老友」项目：陪伴长期居家的残疾青年走出家门，也让照顾他们的家人歇一歇。（演示机构，人物均为虚构）",
    address: "青云街道东里 8 号", phone: "0871-65500000",
  });
  const accounts: Record<string, string> = {};
  for (const { login, name, role } of PEOPLE) {
    const accountId = await createAccount(db, { login, name, isDemo: true });
    await addMember(db, masterKey, { orgId, accountId, role, personId: personOf[role] ?? null });
    accounts[role] = accountId;
  }
  return { orgId, byRole: accounts as DemoAccounts["byRole"] };
}
