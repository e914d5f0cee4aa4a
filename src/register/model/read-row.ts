import type { Field } from "./fields.ts";
import type { Fault, FaultKind } from "./faults.ts";
import type { RegisterRow } from "./register-row.ts";
import type { FieldCells } from "./cells-of-row.ts";
import { readIdentity, type Numbers } from "./read-identity.ts";
import { readHome, readPlace } from "./read-living.ts";
import { normaliseDisabilityGrade, normaliseDisabilityType } from "./normalise/disability.ts";
import { normaliseEthnicity } from "./normalise/ethnicity.ts";
import { normaliseDate, readDate } from "./normalise/date.ts";
import { normaliseName } from "./normalise/name.ts";
import { readPhones, type Phone } from "./normalise/phone.ts";
import { remembered } from "./normalise/remembered.ts";
import { normaliseSex, type Sex } from "./normalise/sex.ts";
import { code, meaningful, tidy } from "./normalise/text.ts";

const sexOf = remembered(normaliseSex);
const ethnicity = remembered(normaliseEthnicity);
const disabilityType = remembered(normaliseDisabilityType);
const disabilityGrade = remembered(normaliseDisabilityGrade);

/** Notes one fault of the row being read. */
export type Report = (kind: FaultKind, field: Field | null, value: string) => void;

/** What reading depends on beside the row. */
export interface ReadingContext {
  /** `YYYY-MM-DD`; no one is born after it. */
  readonly today: string;
  /** Names of the communities served; without them, spellings are only made alike. */
  readonly places?: readonly string[];
}

/** Reads and checks the row that `cells` stands on. Never throws: what cannot be read becomes a fault. */
export function readRow(cells: FieldCells, context: ReadingContext): RegisterRow {
  const faults: Fault[] = [];
  const report: Report = (kind, field, value) => faults.push({ kind, field, value });
  reportCells(cells, report);
  const name = normaliseName(cells.text("name"));
  if (name === null) report("name_missing", "name", cells.text("name"));
  const numbers = readIdentity(cells, context.today, report);
  const remarks = cells.texts("remarks").map(tidy).filter((text) => text !== "").join("; ") || null;
  return {
    rowNumber: cells.row.rowNumber, name,
    ...readPerson(cells, numbers, context, report),
    residentId: numbers.id?.id ?? null, residentIdHolds: numbers.id !== null && numbers.id.fault === null, recovery: numbers.recovery,
    certificateNumber: numbers.certificate?.number ?? null,
    ...readDisability(cells, numbers, report),
    phones: readPhoneCells(cells, "phone", "phone_invalid", report),
    registeredAddress: meaningful(cells.text("registeredAddress")), currentAddress: meaningful(cells.text("currentAddress")),
    ...readPlace(cells, context.places, report),
    guardian: readGuardian(cells, report),
    employment: meaningful(cells.text("employment")),
    longAtHome: readHome(cells, remarks, report), remarks,
    others: cells.others(), faults,
  };
}

function reportCells({ row, columns }: FieldCells, report: Report): void {
  if (row.doubtful) report("characters_doubtful", null, "");
  if (!row.cells.some(({ kind, formula }) => formula || kind === "error")) return;
  for (const [field, places] of columns) {
    for (const place of places) {
      const cell = row.cells[place];
      if (cell?.kind === "error") report("cell_error", field, cell.text);
      else if (cell?.formula) report("formula_result", field, cell.text);
    }
  }
}

function readPerson(cells: FieldCells, { id }: Numbers, { today }: ReadingContext, report: Report): Pick<RegisterRow, "sex" | "ethnicity" | "birthOn"> {
  const birthOn = readBirth(cells.text("birthOn"), id?.birthOn ?? null, today, report);
  const sex = read<Sex>(cells, "sex", sexOf, "sex_unreadable", report);
  if (sex && id?.sex && id.fault === null && sex !== id.sex) report("sex_other_than_id", "sex", cells.text("sex"));
  return {
    birthOn: birthOn ?? (id?.fault === null || id?.fault === "turned_into_number" ? id.birthOn : null),
    sex: sex ?? (id?.fault === null ? id.sex : null),
    ethnicity: read(cells, "ethnicity", ethnicity, "ethnicity_unreadable", report),
  };
}

/** A month or year alone is no fault: registers of volunteers ask for no more. */
function readBirth(text: string, fromId: string | null, today: string, report: Report): string | null {
  if (meaningful(text) === null) return null;
  const on = normaliseDate(text);
  if (on === null) {
    if (readDate(text) === null) report("birth_unreadable", "birthOn", text);
    return null;
  }
  if (on > today) {
    report("birth_in_future", "birthOn", text);
    return null;
  }
  if (fromId !== null && fromId !== on) report("birth_other_than_id", "birthOn", text);
  return on;
}

function readDisability(cells: FieldCells, { certificate }: Numbers, report: Report): Pick<RegisterRow, "disabilityType" | "disabilityGrade"> {
  const type = read(cells, "disabilityType", disabilityType, "type_unreadable", report);
  const own = cells.has("disabilityGrade") ? read(cells, "disabilityGrade", disabilityGrade, "grade_unreadable", report) : null;
  const grade = own ?? (/级|grade|level/i.test(cells.text("disabilityType")) ? normaliseDisabilityGrade(cells.text("disabilityType")) : null);
  if (certificate?.type && type && certificate.type !== type) report("certificate_other_type", "disabilityType", cells.text("disabilityType"));
  if (certificate?.grade && grade && certificate.grade !== grade) report("certificate_other_grade", "disabilityGrade", cells.text("disabilityGrade"));
  return { disabilityType: type ?? certificate?.type ?? null, disabilityGrade: grade ?? certificate?.grade ?? null };
}

function readGuardian(cells: FieldCells, report: Report): RegisterRow["guardian"] {
  const guardian = {
    name: normaliseName(cells.text("guardianName")), relation: meaningful(cells.text("guardianRelation")),
    phones: readPhoneCells(cells, "guardianPhone", "guardian_phone_invalid", report),
    residentId: meaningful(cells.text("guardianId")) === null ? null : code(cells.text("guardianId")),
  };
  return guardian.name || guardian.relation || guardian.phones.length > 0 || guardian.residentId ? guardian : null;
}

function readPhoneCells(cells: FieldCells, field: Field, fault: FaultKind, report: Report): Phone[] {
  const found: Phone[] = [];
  for (const text of cells.texts(field)) {
    const { phones, invalid } = readPhones(text);
    for (const phone of phones) if (!found.some(({ number }) => number === phone.number)) found.push(phone);
    for (const piece of invalid) report(fault, field, piece);
    if (phones.length === 0 && invalid.length === 0 && meaningful(text) !== null) report(fault, field, text);
  }
  return found;
}

function read<Value>(cells: FieldCells, field: Field, normalise: (text: string) => Value | null, fault: FaultKind, report: Report): Value | null {
  const cell = cells.cell(field);
  if (cell.kind === "error" || meaningful(cell.text) === null) return null;
  const value = normalise(cell.text);
  if (value === null) report(fault, field, cell.text);
  return value;
}
