import { Refusal } from "#kernel/refusal.ts";
import { listUnits, unitNames, type Unit } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { groupRecruits, type RecruitGroup } from "../../model/explain/recruit-groups.ts";
import { countUnmatched } from "../../store/review/left-out.ts";
import { countProposals } from "../../store/review/proposals.ts";
import { selectRound } from "../../store/rounds.ts";
import { adoptedRun } from "../../store/runs.ts";

/** A round on the map: by community who has a proposal and who has not, the pairs that cross, and where recruiting helps. */
export interface RoundMap {
  readonly id: string;
  readonly number: number;
  readonly units: readonly Unit[];
  /** By community; null for residents without one. */
  readonly matched: ReadonlyMap<string | null, number>;
  readonly left: ReadonlyMap<string | null, number>;
  readonly lines: readonly { readonly from: string; readonly to: string; readonly pairs: number }[];
  readonly recruitment: readonly RecruitGroup[];
  /** Names of the lanes recruited for. */
  readonly lanes: Readonly<Record<string, string>>;
}

/** Counts only: no person is named. */
export async function mapRound(session: Session, roundId: string): Promise<RoundMap> {
  const { actor, today } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.map_round", roundId, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    const run = await adoptedRun(tx, actor.orgId, roundId);
    const at = { orgId: actor.orgId, roundId, programmeId: round.programmeId, run: run?.number ?? 0 };
    const [{ lines }, left, units] = [await countProposals(tx, at), await countUnmatched(tx, at), await listUnits(tx, actor.orgId, { on: today, kinds: ["community"] })];
    const lanes = await unitNames(tx, actor.orgId, (run?.recruitment ?? []).flatMap(({ laneId }) => laneId ?? []));
    const matched = new Map<string | null, number>();
    for (const { from, pairs } of lines) matched.set(from, (matched.get(from) ?? 0) + pairs);
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId, details: { map: true } });
    return {
      id: round.id, number: round.number, units, matched, left: new Map(left.map(({ communityId, residents }) => [communityId, residents])), recruitment: groupRecruits(run?.recruitment ?? []), lanes: Object.fromEntries([...lanes].map(([laneId, { name }]) => [laneId, name])),
      lines: lines.flatMap(({ from, to, pairs }) => (from !== null && to !== null && from !== to ? [{ from, to, pairs }] : [])).sort((a, b) => b.pairs - a.pairs),
    };
  });
}
