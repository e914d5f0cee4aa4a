import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { expectVersion } from "#platform/db/version.ts";
import type { Session } from "#platform/db/session.ts";
import { HARD_RULES, type MatchRules } from "../../model/candidates/rules.ts";
import { groupsAllowed, PURPOSE_IDS, rulesAllowed } from "../../model/purpose.ts";
import { GROUP_LABELS, PART_IDS } from "../../model/rule-ids.ts";
import { replaceMembers, selectRound, updateRound } from "../../store/rounds.ts";


/** The rules of a round as the page sends them. */
export const RoundForm = z.object({
  version: z.coerce.number().int(),
  startOn: z.iso.date(),
  hardRules: z.array(z.enum(HARD_RULES.map(({ id }) => id) as [MatchRules["hardRules"][number], ...MatchRules["hardRules"][number][]])),
  minOverlapMinutes: z.coerce.number().int().min(0).max(1440),
  purpose: z.enum(PURPOSE_IDS),
  /** Time on the way instead of kilometres; 0 minutes for kilometres. */
  travelMode: z.enum(["walk", "cycle", "bus"]).default("walk"),
  travelMinutes: z.coerce.number().int().min(0).max(240).default(0),
  stability: z.coerce.number().int().min(0).max(100).default(3),
  maxKilometres: z.coerce.number().min(0.1).max(100),
  unknownDistance: z.enum(["allow", "refuse"]),
  maxAgeGapYears: z.coerce.number().int().min(0).max(100),
  weights: z.object(Object.fromEntries(PART_IDS.map((part) => [part, z.coerce.number().int().min(0).max(100)])) as Record<(typeof PART_IDS)[number], z.ZodCoercedNumber>),
  /** Left out: as it was. */
  fairness: z.object({
    mode: z.enum(["least_cost", "hardest_first", "leximin", "group_cap"]), bandPoints: z.coerce.number().int().min(0).max(50), waitingFirst: z.boolean(),
    groupBy: z.enum(GROUP_LABELS), capPoints: z.coerce.number().int().min(0).max(100),
  }).optional(),
  /** Who is in, where that is said too; left alone otherwise. */
  residents: z.array(z.uuid()).optional(),
  helpers: z.array(z.uuid()).optional(),
});
export type RoundForm = z.output<typeof RoundForm>;

/** Changes who is in and what counts; the changed rules get a version of their own, which stays with the runs that use it. */
export async function changeRound(session: Session, roundId: string, form: RoundForm): Promise<{ id: string }> {
  const { actor } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.change_round", { roundId, ...form }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    if (round.closedAt) throw new Refusal("conflict", "matching.round_closed");
    expectVersion(round, { version: form.version }, []);
    const { startOn, hardRules, weights, residents, helpers, maxKilometres, minOverlapMinutes, unknownDistance, maxAgeGapYears } = form;
    const travel = form.travelMinutes > 0 ? { mode: form.travelMode, maxMinutes: form.travelMinutes } : null;
    const limits = { minOverlapMinutes, unknownDistance, maxAgeGapYears, travel, maxMetres: Math.round(maxKilometres * 1000) };
    const changed: MatchRules = { ...round.rules, startOn, hardRules, weights, limits, stability: form.stability, ...(form.fairness && { fairness: form.fairness }) };
    const beyond = hardRules.filter((rule) => !rulesAllowed(form.purpose).includes(rule));
    if (beyond.length > 0) throw new Refusal("invalid_input", "matching.rule_beyond_purpose", { fields: [{ field: "hardRules", reason: "matching.rule_beyond_purpose" }] });
    if (changed.fairness && !groupsAllowed(form.purpose).includes(changed.fairness.groupBy)) throw new Refusal("invalid_input", "matching.group_beyond_purpose", { fields: [{ field: "groupBy", reason: "matching.group_beyond_purpose" }] });
    const rules: MatchRules = JSON.stringify(changed) === JSON.stringify(round.rules) ? round.rules : { ...changed, version: `${round.number}.${round.version}` };
    await updateRound(tx, actor.orgId, roundId, { rules, startOn, purpose: form.purpose });
    if (residents) await replaceMembers(tx, actor.orgId, roundId, "resident", residents);
    if (helpers) await replaceMembers(tx, actor.orgId, roundId, "helper", helpers);
    await recordAudit(tx, actor, { action: "round.changed", subjectKind: "round", subjectId: roundId, details: { rules: rules.version, purpose: form.purpose, residents: residents?.length, helpers: helpers?.length } });
    return { id: roundId };
  });
}
