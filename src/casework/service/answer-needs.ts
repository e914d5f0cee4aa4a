import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import * as store from "../store/needs.ts";

/** A service answers needs of these persons: those only noted so far are being answered from its day on. In the caller's transaction; the caller authorises. */
export async function answerNeedsIn({ actor }: Session, tx: Tx, { needIds, personIds, on }: { needIds: readonly string[]; personIds: readonly string[]; on: string }): Promise<void> {
  if (needIds.length === 0) return;
  const identities = await identitiesOf(tx, actor.orgId, personIds);
  const needs = await store.needsOf(tx, actor.orgId, [...new Set([...identities.values()].flat())]);
  const named = needs.filter(({ id }) => needIds.includes(id));
  if (named.length < new Set(needIds).size) throw new Refusal("not_found", "need.not_found");
  const begun = named.filter(({ status }) => status === "noted");
  const events = begun.map(({ id, version, priority, statusOn }) => ({
    orgId: actor.orgId, needId: id, number: version + 1, status: "answering" as const, priority, onDay: on > statusOn ? on : statusOn, words: "", note: "", by: actor.accountId, byName: actor.name,
  }));
  if (!await store.insertEvents(tx, events)) throw new Refusal("stale", "platform.changed_meanwhile");
  await recordAudit(tx, actor, begun.map(({ id }) => ({ action: "need.changed", subjectKind: "need", subjectId: id, details: { before: "noted", after: "answering" } })));
}
