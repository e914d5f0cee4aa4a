import { randomUUID } from "node:crypto";
import type { Actor } from "../../kernel/actor.ts";
import { AccountId, OrgId, type PersonId } from "../../kernel/ids.ts";

/** An actor of an organisation of their own, signed in with a second factor, allowed what is listed. */
export function anActor(given: { capabilities?: readonly string[]; orgId?: OrgId; strong?: boolean; role?: string; personId?: PersonId } = {}): Actor {
  return {
    accountId: AccountId.parse(randomUUID()),
    orgId: given.orgId ?? OrgId.parse(randomUUID()),
    name: "测试员",
    role: given.role ?? "worker",
    capabilities: new Set(given.capabilities ?? []),
    personId: given.personId ?? null,
    strong: given.strong ?? true,
  };
}
