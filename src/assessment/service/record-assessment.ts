import { randomUUID } from "node:crypto";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { findInstrument } from "../model/catalogue.ts";
import { recordFaults } from "../model/decide-record.ts";
import type { Instrument } from "../model/instrument.ts";
import type { NewAssessment } from "../model/record.ts";
import { scoreAssessment } from "../model/score.ts";
import { insertRecord, lockRecordsOf } from "../store/records.ts";
import { openPersonIn, type OpenedPerson } from "./open-person.ts";
import { scoredRecords } from "./scored-record.ts";

/** Writes down an assessment, or one in place of another. What it replaces stays to be read. */
export async function recordAssessment(session: Session, input: NewAssessment): Promise<{ recordId: string }> {
  const { actor, today } = session;
  return session.write("assessment.record", input, async (tx) => {
    const person = await openPersonIn(session, tx, input.personId);
    const instrument = findInstrument(input.instrumentId, input.instrumentVersion);
    if (!instrument || (instrument.validFromOn > input.assessedOn && !input.corrects)) throw new Refusal("not_found", "assessment.instrument_unknown");
    const fields = recordFaults(instrument, input, today).map(({ field, reason }) => ({ field, reason: `assessment.${reason}` }));
    if (fields.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields });
    await checkCorrection(session, tx, input, person);

    const recordId = randomUUID();
    if (!await insertRecord(tx, { ...rowOf(instrument, input, person), id: recordId, orgId: actor.orgId, recordedBy: actor.accountId, recordedByName: actor.name })) throw new Refusal("conflict", "assessment.already_corrected");
    await recordAudit(tx, actor, { action: input.corrects ? "assessment.corrected" : "assessment.recorded", subjectKind: "assessment", subjectId: recordId, details: { personId: person.card.id, instrument: instrument.id, version: instrument.version, ...(input.corrects && { corrects: input.corrects }) } });
    return { recordId };
  });
}

/** A correction stands in for a record of the same person and version that still counts. */
async function checkCorrection({ actor }: Session, tx: Tx, { corrects, instrumentId, instrumentVersion }: NewAssessment, person: OpenedPerson): Promise<void> {
  if (!corrects) return;
  await lockRecordsOf(tx, actor.orgId, person.card.id);
  const old = scoredRecords(person).find(({ id }) => id === corrects);
  if (!old || old.instrumentId !== instrumentId || old.instrumentVersion !== instrumentVersion) throw new Refusal("not_found", "assessment.not_found");
  if (old.standing !== "stands") throw new Refusal("conflict", old.standing === "corrected" ? "assessment.already_corrected" : "assessment.already_withdrawn");
}

function rowOf(instrument: Instrument, { assessedOn, place, present, assessors, answers, facts, note, nextDueOn, corrects }: NewAssessment, { card }: OpenedPerson) {
  const { total, band, level } = scoreAssessment(instrument, answers, facts);
  const due = nextDueOn !== undefined ? nextDueOn : instrument.repeatDays === null ? null : addDays(assessedOn, instrument.repeatDays);
  return {
    personId: card.id, instrumentId: instrument.id, instrumentVersion: instrument.version, assessedOn, place, present, assessors, answers, facts, note,
    total: total?.value ?? null, band: band?.key ?? null, level: level?.level ?? null, nextDueOn: due, corrects: corrects ?? null,
  };
}
