import { Refusal } from "#kernel/refusal.ts";
import { completePersons, createPersons, type NewPerson } from "#people/index.ts";
import { listUnits } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { youngestBirthOn } from "../../model/pathway/age-bands.ts";
import { type PolicyVersion, versionOn } from "../../model/pathway/requirement.ts";
import { volunteerStatus } from "../../model/pathway/volunteer-status.ts";
import type { NewEvidence } from "../../model/sign-up/sign-up-facts.ts";
import { insertFacts } from "../../store/facts.ts";
import { type ImportResult, lockImport, type SignUpImport, updateImport } from "../../store/imports.ts";
import { selectPolicies } from "../../store/policies.ts";
import { insertSignUps, insertVolunteer } from "../../store/volunteers.ts";
import { found, keepingPersons } from "../ground.ts";
import { factsOfRow, type JudgedRow, judgeRows } from "./judge-rows.ts";
import { personOfRow } from "./person-of-row.ts";

/** Takes in the good rows of a sheet, whole or not at all; bad rows stay out and can be had back with their reasons. */
export async function acceptSignUps(session: Session, importId: string): Promise<ImportResult> {
  const { actor, now } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.accept-sign-ups", { importId }, async (tx) => {
    const sheet = found(await lockImport(tx, actor.orgId, importId), "volunteering.import_not_found");
    if (sheet.acceptedAt !== null) throw new Refusal("conflict", "volunteering.import_already_accepted");
    if (sheet.columns.name === undefined) throw new Refusal("invalid_input", "volunteering.name_column_missing");
    const { rows } = await judgeRows(session, tx, sheet);
    const good = rows.filter(({ taken }) => taken);
    const policies = await selectPolicies(tx, actor.orgId, sheet.programmeId);
    const result = { added: await takeIn(session, tx, sheet, good, policies), known: good.filter(({ personId }) => personId !== null).length, keptOut: rows.length - good.length };
    await updateImport(tx, actor.orgId, sheet, { acceptedAt: now.toISOString(), acceptedBy: actor.accountId, result });
    await recordAudit(tx, actor, { action: "sign_ups.accepted", subjectKind: "sign_up_import", subjectId: importId, details: { ...result } });
    return result;
  });
}

async function takeIn(session: Session, tx: Tx, sheet: SignUpImport, rows: readonly JudgedRow[], policies: readonly PolicyVersion[]): Promise<number> {
  const { actor, today, now } = session;
  const policy = versionOn(policies, today);
  const facts = rows.map((row) => factsOfRow(row, policy, sheet.sheetOn));
  const persons = await personsOf(session, tx, sheet, rows, rows.map((row, index) => isTrained(row, policies, facts[index]!, today)));
  const added: { volunteerId: string; row: JudgedRow; index: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const { signUp: { affiliation, subject, area, skills, hours, hoursText }, pathway } = row;
    const signedUpAt = instantOf(pathway.submittedAt) ?? now.toISOString();
    const volunteerId = await insertVolunteer(tx, actor.orgId, {
      programmeId: sheet.programmeId, personId: persons[index]!, signedUpAt, affiliation: affiliation ?? "", subject: subject ?? "", area: area ?? "",
      motivation: "", hoursText: hoursText ?? "", skills, hours, capacity: 1, importId: sheet.id,
    });
    if (volunteerId !== undefined) added.push({ volunteerId, row, index });
  }
  const origin = { recordedBy: actor.accountId, recordedByName: actor.name, importId: sheet.id };
  await insertFacts(tx, actor.orgId, added.flatMap(({ volunteerId, index }) => facts[index]!.map((fact) => ({ volunteerId, fact }))), origin);
  await insertSignUps(tx, actor.orgId, added.map(({ volunteerId, row }) => ({
    volunteerId, channel: "import" as const, sentAt: instantOf(row.pathway.submittedAt) ?? now.toISOString(), importId: sheet.id, importRow: row.rowNumber, answers: { ...row.signUp, ...row.pathway },
  })));
  return added.length;
}

/** New persons for those not known; blanks filled for those who are. Their ids, in the order of the rows. */
async function personsOf(session: Session, tx: Tx, sheet: SignUpImport, rows: readonly JudgedRow[], trained: readonly boolean[]): Promise<string[]> {
  const units = await listUnits(tx, session.actor.orgId, { on: session.today, kinds: ["community"] });
  const facts: NewPerson[] = rows.map(({ signUp }, index) => personOfRow(signUp, units, trained[index] ? session.today : null));
  const keeping = keepingPersons(session);
  const created = await createPersons(keeping, tx, facts.filter((_, index) => rows[index]!.personId === null), { source: "sign_up", sourceId: sheet.id, audit: "summary" });
  const known = rows.flatMap(({ personId }, index) => (personId === null ? [] : { personId, facts: facts[index]! }));
  if (known.length > 0) await completePersons(keeping, tx, sheet.id, known);
  let next = 0;
  return rows.map(({ personId }) => personId ?? created[next++]!);
}

function isTrained({ signUp }: JudgedRow, policies: readonly PolicyVersion[], facts: readonly NewEvidence[], today: string): boolean {
  const file = { birthOn: signUp.birth === null ? null : youngestBirthOn(signUp.birth), facts: facts.map((fact, index) => ({ ...fact, id: String(index) })) };
  return volunteerStatus(policies, file, today).trained;
}

/** A sheet says the time of day in China, which has one time zone. */
function instantOf(moment: string | null): string | null {
  return moment === null ? null : new Date(`${moment.slice(0, 10)}T${moment.slice(11) || "00:00:00"}+08:00`).toISOString();
}
