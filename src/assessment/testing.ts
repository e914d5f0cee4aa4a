import { PersonId } from "#kernel/ids.ts";
import type { Session } from "#platform/db/session.ts";
import { findInstrument } from "./model/catalogue.ts";
import { itemsOf, type Instrument } from "./model/instrument.ts";
import type { NewAssessment } from "./model/record.ts";
import type { Answers } from "./model/score.ts";
import { recordAssessment } from "./service/record-assessment.ts";

/** What assessing takes, with what it takes to make up a person. */
export const ASSESSMENT_CAPABILITIES = ["people.read", "people.write", "assessments.work"] as const;

/** Version 1 of an instrument. */
export const instrumentOf = (id: string): Instrument => findInstrument(id, 1)!;

/** Every item answered the same way round: its lowest score, its highest, or one in between. */
export function answersOf(instrument: Instrument, pick: (values: readonly number[], index: number) => number): Answers {
  return Object.fromEntries(itemsOf(instrument).map(({ id, choices }, index) => [id, pick(choices.map(({ value }) => value), index)]));
}

/** An assessment as it is written down; the small scale of needs unless told. */
export function anAssessment(personId: string, over: Partial<NewAssessment> = {}): NewAssessment {
  const instrumentId = over.instrumentId ?? "needs-person";
  return {
    personId: PersonId.parse(personId), instrumentId, instrumentVersion: 1, assessedOn: "2026-11-20", place: "家里", present: ["client"], assessors: [{ name: "林晓禾", profession: "social_work" }],
    answers: answersOf(instrumentOf(instrumentId), ([least = 0]) => least), facts: {}, note: "", ...over,
  };
}

/** Writes down one assessment; its id. */
export async function givenAssessment(session: Session, personId: string, over: Partial<NewAssessment> = {}): Promise<string> {
  return (await recordAssessment(session, anAssessment(personId, over))).recordId;
}
