import { CARER_SCALE, findInstrument } from "#assessment/index.ts";
import { readableCases } from "#casework/index.ts";
import { addMonths } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { reliefByMonth } from "../../model/carers.ts";
import type { ResultUnit, Span } from "../../model/results/units.ts";
import { resultsIn } from "../results/results-in.ts";
import { carersNear, requireCarers } from "./near-carers.ts";

/** Months of relief shown beside the strain. */
const MONTHS = 12;
/** Outcomes told beside each other; plans only to whoever may read them. */
const OUTCOMES: Readonly<Record<string, string>> = { plans: "plans.work", goals: "plans.work", scores: "assessments.work", needs: "people.read", jobs: "employment.work" };

/** One carer: strain over time, relief month by month, and their outcomes beside those of whom they care for. */
export async function showCarer(session: Session, carerId: string) {
  requireCarers(session);
  const { actor, today } = session;
  const shown = await session.read(async (tx) => {
    const near = (await carersNear(tx, actor.orgId, today, [carerId])).find((one) => one.carerId === carerId);
    const forIds = near?.forIds ?? [];
    const cards = await personCards(tx, actor.orgId, [carerId, ...forIds]);
    const card = cards.get(carerId);
    if (!near || card?.withheldOn !== null) throw new Refusal("not_found", "carer.not_found");
    const span: Span = { from: addMonths(`${today.slice(0, 7)}-01`, -(MONTHS - 1)), to: today };
    const units = await resultsIn(tx, actor.orgId, span, [carerId, ...forIds]);
    const readable = await readableCases(session, tx, units.flatMap(({ caseId }) => caseId ?? []));
    const open = units.filter(({ measure, caseId }) => actor.capabilities.has(OUTCOMES[measure] ?? "") && (caseId === null || readable.has(caseId)));
    const beside = [carerId, ...forIds].filter((id) => cards.get(id)?.withheldOn === null).map((id) => ({ personId: id, name: cards.get(id)!.preferredName ?? cards.get(id)!.name, outcomes: outcomesOf(open.filter(({ personId }) => personId === id)) }));
    const own = units.filter(({ measure, personId }) => measure === "relief" && personId === carerId);
    return { carerId, name: card.preferredName ?? card.name, points: near.points, band: near.band, relief: near.relief, months: reliefByMonth(own, today, MONTHS), beside, scale: scaleOf(near.points.at(-1)?.version ?? 1), latest: own.toSorted((a, b) => b.onDay.localeCompare(a.onDay)).slice(0, 12) };
  });
  await session.write("insights.read-carer", { carerId, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "carer.read", subjectKind: "person", subjectId: carerId });
    return null;
  });
  return shown;
}
export type ShownCarer = Awaited<ReturnType<typeof showCarer>>;

export interface Outcome extends Pick<ResultUnit, "measure" | "category" | "value" | "before" | "to"> { readonly key: string; readonly subject: { readonly zh: string; readonly en: string } | null; readonly count: number }

/** What became of somebody, short: T-score, each change of score, and how many goals, needs and jobs stand where. */
function outcomesOf(units: readonly ResultUnit[]): Outcome[] {
  const single = units.filter(({ measure }) => measure === "plans" || measure === "scores").map(({ key, measure, category, value, before, to, subject }) => ({ key, measure, category, value, before, to, subject: findInstrument(subject, 1)?.name ?? null, count: 1 }));
  const counted = [...Map.groupBy(units.filter(({ measure }) => measure === "needs" || measure === "goals" || measure === "jobs"), ({ measure, category }) => `${measure} ${category}`)]
    .map(([key, own]) => ({ key, measure: own[0]!.measure, category: own[0]!.category, value: null, before: null, to: own[0]!.to, subject: null, count: own.length }));
  return [...single, ...counted];
}

/** The scale the strain is drawn on: its range and bands. */
function scaleOf(version: number) {
  const instrument = findInstrument(CARER_SCALE, version)!;
  const lines = instrument.total!.bands!.lines;
  return { name: instrument.name, least: lines[0].from, most: lines.at(-1)!.to, bands: lines.map(({ from, to, key, label, tone }) => ({ from, to, key, label, tone })) };
}
