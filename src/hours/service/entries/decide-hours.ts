import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideHours as decide, type DecisionKind, type EntryRefusal } from "../../model/entry.ts";
import { CONFIRM } from "../../model/policy.ts";
import { certifiedAmong } from "../../store/certificates.ts";
import { insertDecisions } from "../../store/decisions.ts";
import { selectEntries } from "../../store/entries.ts";
import { insistFirst, ownIds } from "../ground.ts";

export interface HoursDecision {
  readonly ids: readonly string[];
  readonly kind: DecisionKind;
  /** Why; needed for everything but a confirmation. */
  readonly words?: string;
}

/** What became of a decision about many entries: those decided, and those left with the reason. */
export interface Decided {
  readonly done: readonly string[];
  readonly left: readonly { readonly id: string; readonly reason: EntryRefusal }[];
}

/** Confirms, refuses, takes back or reopens entries together. Those that cannot be are left and named; nobody decides about their own. */
export async function decideHours(session: Session, { ids, kind, words = "" }: HoursDecision): Promise<Decided> {
  const { actor, now } = session;
  requireCapability(actor, CONFIRM);
  if (kind !== "confirmed" && words.trim() === "") throw new Refusal("invalid_input", "hours.words_missing", { fields: [{ field: "words", reason: "hours.words_missing" }] });
  return session.write("hours.decide", { ids, kind, words }, async (tx) => {
    const entries = await selectEntries(tx, actor.orgId, ids);
    if (entries.length === 0) throw new Refusal("not_found", "hours.entry_not_found");
    const certified = await certifiedAmong(tx, actor.orgId, entries.map(({ id }) => id));
    const by = { personIds: await ownIds(tx, actor) };
    const judged = entries.map((entry) => ({ entry, decision: decide(entry, kind, by, { certified: certified.has(entry.id) }) }));
    const allowed = judged.filter(({ decision }) => decision.allowed).map(({ entry }) => entry);
    const done = allowed.map(({ id }) => id);
    insistFirst(done.length === (await insertDecisions(tx, actor.orgId, allowed, { kind, words: words.trim(), byAccount: actor.accountId, byName: actor.name, at: now.toISOString() })));
    await recordAudit(tx, actor, done.map((id) => ({ action: `hours.${kind}`, subjectKind: "hours", subjectId: id, ...(words && { details: { words } }) })));
    return { done, left: judged.flatMap(({ entry, decision }) => (decision.allowed ? [] : [{ id: entry.id, reason: decision.reason }])) };
  });
}

/** The same about one entry: what cannot be is refused. */
export async function decideEntry(session: Session, input: { readonly id: string } & Omit<HoursDecision, "ids">): Promise<void> {
  const { left: [refused] } = await decideHours(session, { ...input, ids: [input.id] });
  if (refused) throw new Refusal("conflict", `hours.${refused.reason}`);
}
