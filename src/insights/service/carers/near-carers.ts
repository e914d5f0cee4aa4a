import { CARER_SCALE, findInstrument } from "#assessment/index.ts";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { RELIEF_DAYS, reliefOf, type Relief, type StrainPoint } from "../../model/carers.ts";
import { careOn, reliefFacts, scoreFacts, type Of } from "../../store/results/result-facts.ts";

/** Strain is an assessment, relief a service: whoever sees them together may read both. */
const NEEDED = ["people.read", "assessments.work", "encounters.read"];
export const mayReadCarers = ({ actor: { capabilities, strong } }: Pick<Session, "actor">): boolean => strong && NEEDED.every((one) => capabilities.has(one));

export function requireCarers({ actor }: Session): void {
  for (const one of NEEDED) requireCapability(actor, one);
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

export interface NearCarer {
  readonly carerId: string;
  readonly forIds: readonly string[];
  /** Scored strain of the newest version used, oldest first. */
  readonly points: readonly StrainPoint[];
  readonly band: string | null;
  /** Of the last `RELIEF_DAYS`. */
  readonly relief: Relief;
}

/** Carers of a day with their strain and what they had; all of them, or those near some persons. Three statements whatever the number. */
export async function carersNear(tx: Tx, orgId: string, today: string, near: Of): Promise<NearCarer[]> {
  const care = Map.groupBy(await careOn(tx, orgId, today, near), ({ carerId }) => carerId);
  if (care.size === 0) return [];
  const ids = [...care.keys()];
  const scores = Map.groupBy(await scoreFacts(tx, orgId, { from: today, to: today }, ids, CARER_SCALE), ({ personId }) => personId);
  const relief = Map.groupBy(await reliefFacts(tx, orgId, { from: addDays(today, -RELIEF_DAYS + 1), to: today }, ids), ({ carerId }) => carerId);
  return [...care].map(([carerId, rows]) => {
    const scored = (scores.get(carerId) ?? []).flatMap(({ onDay, total, version }) => (total === null ? [] : [{ onDay, total, version }]));
    const points = scored.filter(({ version }) => version === scored.at(-1)!.version);
    return { carerId, forIds: rows.map(({ personId }) => personId), points, band: bandOf(points.at(-1)), relief: reliefOf((relief.get(carerId) ?? []).map(({ kind, minutes }) => ({ category: kind, value: minutes }))) };
  });
}

/** Key of the band a strain lies in. */
function bandOf(point: StrainPoint | undefined): string | null {
  if (!point) return null;
  return findInstrument(CARER_SCALE, point.version)?.total?.bands?.lines.find(({ from, to }) => from <= point.total && point.total <= to)?.key ?? null;
}
