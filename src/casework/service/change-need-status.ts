import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { decideNeedChange } from "../model/decide-need-change.ts";
import type { NeedChange } from "../model/need.ts";
import * as store from "../store/needs.ts";

/** Notes what became of a need. Two people at once: the second is shown what the first wrote. */
export async function changeNeedStatus(session: Session, input: NeedChange): Promise<{ needId: string; version: number }> {
  const { actor, today } = session;
  return session.write("casework.change-need", input, async (tx) => {
    requireCapability(actor, "outreach.work");
    const need = await store.findNeed(tx, actor.orgId, input.needId);
    if (!need) throw new Refusal("not_found", "need.not_found");
    expectVersion(need, input, ["status", "priority"]);
    const decision = decideNeedChange(need, input, today);
    if (!decision.allowed) throw new Refusal("conflict", `need.${decision.reason}`);

    const { status, priority = need.priority, on, note } = input;
    const event = { orgId: actor.orgId, needId: need.id, number: need.version + 1, status, priority, onDay: on, words: "", note, by: actor.accountId, byName: actor.name };
    if (!await store.insertEvents(tx, [event])) throw new Refusal("stale", "platform.changed_meanwhile");
    await recordAudit(tx, actor, { action: "need.changed", subjectKind: "need", subjectId: need.id, details: { before: need.status, after: status, priority } });
    return { needId: need.id, version: event.number };
  });
}
