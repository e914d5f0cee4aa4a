import { findInstrument, NewAssessment, recordAssessment } from "../../assessment/index.ts";
import { addDays } from "../../kernel/calendar.ts";
import type { Cast } from "./demo-cast.ts";

/** What was assessed, days ago, of which of the residents; each item gets the score at its turn, as far as it offers it. */
const ROUNDS = [
  { of: 0, instrument: "who5", daysAgo: 74, scores: [1, 2, 1, 2, 2] }, { of: 0, instrument: "who5", daysAgo: 38, scores: [2, 2, 2, 3, 2] }, { of: 0, instrument: "who5", daysAgo: 6, scores: [3, 3, 2, 4, 3] },
  { of: 0, instrument: "needs-person", daysAgo: 70, scores: [1, 2, 3, 2, 3, 2, 2, 1, 2, 1] }, { of: 0, instrument: "risk-strengths", daysAgo: 70, scores: [0, 0, 0, 0, 1, 0, 0, 1, 1, 2, 1, 1, 0, 2, 1, 1] },
  { of: 1, instrument: "needs-person", daysAgo: 60, scores: [0, 1, 2, 1, 2, 1, 3, 1, 2, 0], nextDueInDays: -4 }, { of: 1, instrument: "home", daysAgo: 60, scores: [1, 0, 1, 0, 0, 0, 1, 0, 1, 1] },
  { of: 2, instrument: "barthel", daysAgo: 45, scores: [10, 5, 5, 10, 10, 10, 5, 10, 10, 5], nextDueInDays: 0 }, { of: 3, instrument: "needs-carer", daysAgo: 50, scores: [3, 2, 2, 1, 2, 3, 2, 1, 2, 3], nextDueInDays: 12 },
  { of: 4, instrument: "risk-strengths", daysAgo: 20, scores: [1, 0, 0, 0, 2, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0] },
] as const;

/** A few residents with assessments: one with three scores in a row, some due again. */
export async function seedAssessments(cast: Cast, personIds: readonly string[]): Promise<void> {
  const { today } = await cast.as("worker");
  for (const { of, instrument: id, daysAgo, scores, ...more } of ROUNDS) {
    const personId = personIds[of];
    const instrument = findInstrument(id, 1);
    if (!personId || !instrument) continue;
    const worker = await cast.as("worker", daysAgo);
    const items = instrument.parts.flatMap((part) => part.items);
    const answers = Object.fromEntries(items.map((item, index) => [item.id, scores[index % scores.length]!]));
    const due = "nextDueInDays" in more ? { nextDueOn: addDays(today, more.nextDueInDays) } : {};
    await recordAssessment(worker, NewAssessment.parse({
      personId, instrumentId: id, instrumentVersion: 1, assessedOn: worker.today, place: "家里", present: ["client", "carer"], assessors: [{ name: worker.actor.name, profession: "social_work" }], answers, ...due,
    }));
  }
}
