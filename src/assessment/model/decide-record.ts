import { itemsOf, type Instrument } from "./instrument.ts";
import type { NewAssessment } from "./record.ts";
import { unknownAnswers } from "./score.ts";

export type RecordFault = { readonly field: string; readonly reason: "in_future" | "nothing_answered" | "answer_unknown" | "fact_unknown" | "two_assessors" | "needs_medical" | "due_before" };

/** What stands against writing an assessment down so. Items may be left blank; they are then not scored. */
export function recordFaults(instrument: Instrument, input: NewAssessment, today: string): RecordFault[] {
  const { assessedOn, nextDueOn, answers, facts, assessors } = input;
  const { least, medical } = instrument.assessors;
  const faults: RecordFault[] = [];
  if (assessedOn > today) faults.push({ field: "assessedOn", reason: "in_future" });
  if (nextDueOn && nextDueOn <= assessedOn) faults.push({ field: "nextDueOn", reason: "due_before" });
  for (const id of unknownAnswers(instrument, answers)) faults.push({ field: `answer.${id}`, reason: "answer_unknown" });
  for (const id of Object.keys(facts)) if (!instrument.facts.some((fact) => fact.id === id)) faults.push({ field: `fact.${id}`, reason: "fact_unknown" });
  if (Object.keys(answers).length === 0 && facts["coma"] !== true) faults.push({ field: `answer.${itemsOf(instrument)[0]!.id}`, reason: "nothing_answered" });
  if (new Set(assessors.map(({ name }) => name)).size < least) faults.push({ field: "assessorName2", reason: "two_assessors" });
  else if (medical && !assessors.some(({ profession }) => profession === "medical" || profession === "nursing")) faults.push({ field: "assessorProfession1", reason: "needs_medical" });
  return faults;
}
