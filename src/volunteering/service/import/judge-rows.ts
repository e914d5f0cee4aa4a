import { notAgreed } from "#pathways/index.ts";
import { findSamePersons, identitiesOf, type SamePersonMatch } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { PolicyVersion } from "../../model/pathway/requirement.ts";
import type { SheetLine } from "../../model/sign-up/sheet-columns.ts";
import { isTakenForSame } from "../../model/sign-up/same-person.ts";
import { RepeatFinder } from "../../model/sign-up/sheet-repeats.ts";
import { type NewEvidence, signUpFacts } from "../../model/sign-up/sign-up-facts.ts";
import { readSignUpRow, type SheetFault, type SignUpRow } from "../../model/sign-up/sign-up-sheet.ts";
import type { SignUpImport } from "../../store/imports.ts";
import { selectContent } from "../../store/imports.ts";
import { selectVolunteersOfPersons } from "../../store/volunteers.ts";
import { found, keepingPersons } from "../ground.ts";
import { readSheet } from "./read-sheet.ts";

/** One row with what would become of it. */
export interface JudgedRow extends SignUpRow {
  readonly line: SheetLine;
  /** The person this certainly is, known already; null: a new one. */
  readonly personId: string | null;
  /** Somebody known who may be the same; for a person to look at after the import. */
  readonly maybeSame: boolean;
  readonly alreadyVolunteer: boolean;
  /** Served themselves, and who must agree to their helping has not yet: they come in, and nothing that would place them with them. */
  readonly mustAgreeFirst: boolean;
}

export interface JudgedSheet {
  readonly header: SheetLine | null;
  readonly rows: readonly JudgedRow[];
}

/** Reads an uploaded sheet with its columns and says of each row what would become of it. Writes nothing. */
export async function judgeRows(session: Session, tx: Tx, sheet: SignUpImport): Promise<JudgedSheet> {
  const content = found((await selectContent(tx, session.actor.orgId, sheet.id)) ?? undefined, "volunteering.import_file_gone");
  const { header, lines } = await readSheet(content, sheet.fileName);
  const repeats = new RepeatFinder();
  const read = lines.filter(({ cells }) => hasMapped(cells, sheet)).map((line) => ({ line, row: repeats.check(readSignUpRow(line, sheet.columns, session.today)) }));
  const matches = await findKnown(session, tx, read.map(({ row }) => row));
  const volunteers = await volunteersAmong(session, tx, sheet.programmeId, matches.flat());
  const known = read.map(({ row }, index) => {
    const certain = (matches[index] ?? []).filter((match) => isTakenForSame(match, row.signUp));
    return certain.length === 1 ? certain[0]!.personId : null;
  });
  const placed = known.flatMap((personId, index) => (personId !== null && places(read[index]!.row) ? [personId] : []));
  const waiting = await notAgreed(session, tx, placed, "helping", { guardian: "elsewhere" });
  return {
    header,
    rows: read.map(({ line, row }, index) => {
      const personId = known[index]!;
      const alreadyVolunteer = personId !== null && volunteers.has(personId);
      const mustAgreeFirst = personId !== null && places(row) && waiting.has(personId);
      return { ...row, line, personId, maybeSame: personId === null && (matches[index] ?? []).length > 0, alreadyVolunteer, mustAgreeFirst, taken: row.taken && !alreadyVolunteer };
    }),
  };
}

const places = ({ pathway: { appraisal } }: SignUpRow): boolean => appraisal !== null && appraisal !== "refused";

/** What a row proves by itself. Who must be agreed to first is appraised again once that is done. */
export function factsOfRow({ pathway, mustAgreeFirst }: JudgedRow, policy: PolicyVersion | undefined, sheetOn: string): NewEvidence[] {
  return policy ? signUpFacts(mustAgreeFirst ? { ...pathway, appraisal: null } : pathway, policy, sheetOn) : [];
}

interface KnownFault {
  readonly rowNumber: number;
  readonly field: "name";
  readonly reason: "already_volunteer" | "maybe_same_person" | "must_agree_first";
  readonly written: string;
}

/** Faults of a row, with the one that only the database knows. */
export function faultsOf({ rowNumber, faults, alreadyVolunteer, maybeSame, mustAgreeFirst, signUp }: JudgedRow): readonly (SheetFault | KnownFault)[] {
  const known = (is: boolean, reason: KnownFault["reason"]) => (is ? [{ rowNumber, field: "name" as const, reason, written: signUp.name }] : []);
  return [...faults, ...known(alreadyVolunteer, "already_volunteer"), ...known(maybeSame, "maybe_same_person"), ...known(mustAgreeFirst && !alreadyVolunteer, "must_agree_first")];
}

/** A line none of whose mapped cells holds anything is not a sign-up. */
function hasMapped(cells: SheetLine["cells"], { columns }: SignUpImport): boolean {
  return Object.values(columns).some((at) => at !== undefined && (cells[at]?.text.trim() ?? "") !== "");
}

async function findKnown(session: Session, tx: Tx, rows: readonly SignUpRow[]): Promise<SamePersonMatch[][]> {
  const asked = rows.filter(({ taken }) => taken);
  const answers = await findSamePersons(keepingPersons(session), tx, asked.map(({ signUp: { name, birth, phone } }) => ({
    name, phones: phone === null ? [] : [phone], ...(birth?.length === 10 && { birthOn: birth }),
  })));
  const byRow = new Map(asked.map((row, index) => [row, answers[index] ?? []]));
  return rows.map((row) => byRow.get(row) ?? []);
}

async function volunteersAmong({ actor }: Session, tx: Tx, programmeId: string, matches: readonly SamePersonMatch[]): Promise<Set<string>> {
  const records = await identitiesOf(tx, actor.orgId, [...new Set(matches.map(({ personId }) => personId))]);
  const all = [...records.values()].flat();
  const volunteers = new Set((await selectVolunteersOfPersons(tx, actor.orgId, all)).filter((one) => one.programmeId === programmeId).map(({ personId }) => personId));
  return new Set([...records].filter(([, ids]) => ids.some((id) => volunteers.has(id))).map(([personId]) => personId));
}
