import { monthOf } from "../../kernel/calendar.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { requireCapability } from "../../platform/access/can.ts";
import type { Session } from "../../platform/db/session.ts";
import { unitNames } from "../../places/index.ts";
import { countReturn } from "../model/monthly-return.ts";
import { hideSmallCells, type SafeReturn } from "../model/small-cells.ts";
import { readReturnFacts } from "../store/return-facts.ts";
import { listReturns, type SubmittedReturn } from "../store/returns.ts";

export interface ShownReturn extends SafeReturn {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly communityNames: Readonly<Record<string, string>>;
  /** Whether the reader may open figures to their rows. */
  readonly opens: boolean;
  readonly submitted: readonly Pick<SubmittedReturn, "id" | "submittedAt" | "submittedByName" | "note" | "figures">[];
}

/** The return of one month, counted anew from the facts. Who may not read files sees small groups put together. */
export async function countMonth(session: Session, month: string): Promise<ShownReturn> {
  const { actor } = session;
  requireCapability(actor, "returns.read");
  const span = spanOf(month);
  const opens = actor.capabilities.has("visits.read") && actor.capabilities.has("people.read");
  return session.read(async (tx) => {
    const counted = countReturn(span, await readReturnFacts(tx, actor.orgId, span));
    const safe = opens ? { ...counted, together: null } : hideSmallCells(counted);
    const names = await unitNames(tx, actor.orgId, safe.lines.flatMap(({ communityId }) => communityId ?? []));
    const communityNames = Object.fromEntries([...names].map(([id, { name }]) => [id, name]));
    const submitted = await listReturns(tx, actor.orgId, span.from);
    const lines = [...safe.lines].sort((a, b) => (communityNames[a.communityId ?? ""] ?? "").localeCompare(communityNames[b.communityId ?? ""] ?? "", "zh") || a.population.localeCompare(b.population));
    return { ...safe, lines, month, communityNames, opens, submitted };
  });
}

/** First and last day of `YYYY-MM`. */
export function spanOf(month: string): { from: string; to: string } {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal("not_found", "platform.not_found");
  return monthOf(`${month}-01`);
}
