import { Refusal } from "../../../kernel/refusal.ts";
import type { Installation } from "../../../platform/web/context.ts";
import { findAccount } from "../../store/accounts.ts";
import type { Ground } from "../ground.ts";
import { startSession, type StartedSession } from "./start-session.ts";

/** Signs in as one of the made-up people. Only a demo installation has any, and only they can be entered like this. */
export async function enterDemo(ground: Ground & Pick<Installation, "mode">, accountId: string, agent = ""): Promise<StartedSession> {
  const account = ground.mode === "demo" ? await findAccount(ground.db, accountId) : undefined;
  if (!account?.isDemo || account.disabledAt) throw new Refusal("not_found", "identity.no_demo_person");
  return startSession(ground, account, { by: "demo", strong: true, agent });
}
