import type { WeeklyHours } from "../availability/weekly-hours.ts";
import { type CellValue, plain, readAppraisal, readBirth, readContact, readList, readMoment, readName, readPhone, readScreening, readSessions, readSex } from "./cell-values.ts";
import { readAvailability } from "../availability/read-availability.ts";
import type { SheetCell, SheetColumns, SheetField, SheetLine } from "./sheet-columns.ts";

/** Somebody who signed up (报名), as far as a sheet or a form tells. */
export interface SignUp {
  readonly name: string;
  readonly sex: "male" | "female" | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as known. */
  readonly birth: string | null;
  readonly phone: string | null;
  readonly affiliation: string | null;
  readonly subject: string | null;
  readonly area: string | null;
  readonly interests: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly hours: readonly WeeklyHours[];
  /** In their own words, kept beside what was read from them. */
  readonly hoursText: string | null;
  readonly emergencyContact: Contact | null;
  readonly guardian: Contact | null;
}

export interface Contact {
  readonly name: string | null;
  readonly phone: string;
}

/** What a sheet says of the pathway: evidence gathered before Linli was in use. */
export interface PathwayColumns {
  readonly submittedAt: string | null;
  readonly sessions: number | "all";
  readonly screening: "met" | "pending" | "refused" | null;
  readonly appraisal: "service_team" | "reserve" | "refused" | null;
}

/** A finding about one cell. Reasons are message keys; each has a remedy beside it. */
export interface SheetFault {
  readonly rowNumber: number;
  readonly field: SheetField;
  readonly reason: FaultReason;
  /** What stands in the cell; empty where nothing does. */
  readonly written: string;
  /** Another row this one repeats. */
  readonly otherRow?: number;
}

/** Reasons that keep a row out: who it is, or where they stand, cannot be told from it. */
export const REJECTING = [
  "name_missing", "phone_unreadable", "sex_unreadable", "birth_unreadable", "training_unreadable", "screening_unreadable", "appraisal_unreadable", "repeats_row",
] as const;
/** Reasons worth a look; the row goes in. */
export const NOTED = ["phone_missing", "birth_missing", "availability_unread", "submitted_unreadable", "contact_unreadable", "phone_shared"] as const;
export type FaultReason = (typeof REJECTING)[number] | (typeof NOTED)[number];

export interface SignUpRow {
  readonly rowNumber: number;
  readonly signUp: SignUp;
  readonly pathway: PathwayColumns;
  readonly faults: readonly SheetFault[];
  /** False when one of the faults keeps the row out. */
  readonly taken: boolean;
}

/** True when a fault keeps its row out. */
function isRejecting(reason: FaultReason): boolean {
  return (REJECTING as readonly string[]).includes(reason);
}

/** Reads one row. Nothing is guessed: a cell that decides something and cannot be read keeps the row out. */
export function readSignUpRow(line: SheetLine, columns: SheetColumns, on: string): SignUpRow {
  const read = new CellReader(line, columns);
  const submittedAt = read.value("submittedAt", readMoment, null, "submitted_unreadable");
  const name = readName(read.text("name"));
  if (name === "") read.fault("name", "name_missing");
  const signUp = {
    name,
    sex: read.value("sex", readSex, null, "sex_unreadable"),
    birth: read.value("birth", (text) => readBirth(text, read.cell("birth")?.kind === "number", on), null, "birth_unreadable"),
    phone: read.value("phone", readPhone, null, "phone_unreadable"),
    ...read.descriptions(),
    ...read.hours(),
    emergencyContact: read.value("emergencyContact", readContact, null, "contact_unreadable"),
    guardian: read.value("guardian", readContact, null, "contact_unreadable"),
  };
  if (columns.phone !== undefined && read.text("phone") === "") read.fault("phone", "phone_missing");
  if (columns.birth !== undefined && read.text("birth") === "") read.fault("birth", "birth_missing");
  const pathway = {
    submittedAt,
    sessions: read.value("training", readSessions, 0, "training_unreadable"),
    screening: read.value("screening", readScreening, null, "screening_unreadable"),
    appraisal: read.value("appraisal", readAppraisal, null, "appraisal_unreadable"),
  };
  return { rowNumber: line.rowNumber, signUp, pathway, faults: read.faults, taken: !read.faults.some(({ reason }) => isRejecting(reason)) };
}

class CellReader {
  readonly faults: SheetFault[] = [];
  readonly #line: SheetLine;
  readonly #columns: SheetColumns;

  constructor(line: SheetLine, columns: SheetColumns) {
    this.#line = line;
    this.#columns = columns;
  }

  cell(field: SheetField): SheetCell | undefined {
    const at = this.#columns[field];
    return at === undefined ? undefined : this.#line.cells[at];
  }

  text(field: SheetField): string {
    return plain(this.cell(field)?.text ?? "");
  }

  fault(field: SheetField, reason: FaultReason): void {
    this.faults.push({ rowNumber: this.#line.rowNumber, field, reason, written: this.text(field) });
  }

  value<T>(field: SheetField, read: (text: string) => CellValue<T>, otherwise: T, reason: FaultReason): T {
    if (this.cell(field) === undefined) return otherwise;
    const found = this.cell(field)?.kind === "error" ? { unread: true as const } : read(this.text(field));
    if ("value" in found) return found.value;
    this.fault(field, reason);
    return otherwise;
  }

  descriptions() {
    const text = (field: SheetField) => this.text(field) || null;
    const list = (field: SheetField) => readList(this.text(field));
    return {
      affiliation: text("affiliation"), subject: text("subject"), area: text("area"),
      interests: list("interests"), skills: list("skills"), languages: list("languages"),
    };
  }

  hours(): Pick<SignUp, "hours" | "hoursText"> {
    const text = this.text("availability");
    const { hours, unread } = readAvailability(text);
    if (unread.length > 0) this.fault("availability", "availability_unread");
    return { hours, hoursText: text === "" ? null : text };
  }
}
