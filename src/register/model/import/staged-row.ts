import type { FaultKind } from "../faults.ts";
import type { TakenRow } from "../preview.ts";
import type { RegisterRow } from "../register-row.ts";

/** A row waiting for a person's word. */
export interface StagedRow {
  readonly position: number;
  readonly firstPosition: number;
  readonly sheet: number;
  readonly rowNumber: number;
  readonly verdict: Verdict;
  readonly faults: readonly FaultKind[];
  /** Something a person should look at, though the row goes in. */
  readonly warned: boolean;
  readonly row: RegisterRow;
}

/** `in`: a person of their own; `repeat`: joins the person of an earlier row; `back`: stays out until mended. */
export type Verdict = "in" | "repeat" | "back";

/** What becomes of a row that was just read. */
export function stageRow({ position, firstPosition, sheet, row, faults }: TakenRow, severity: Readonly<Record<FaultKind, string>>): StagedRow {
  const kinds = [...new Set(faults.map(({ kind }) => kind))];
  const verdict = row.name === null || kinds.some((kind) => severity[kind] === "error") ? "back" : firstPosition === position ? "in" : "repeat";
  return {
    position, firstPosition: verdict === "repeat" ? firstPosition : position, sheet, rowNumber: row.rowNumber, verdict, faults: kinds,
    warned: kinds.some((kind) => severity[kind] === "warning"), row,
  };
}

/** Short text of a row; what is blank is left out. */
export function packRow(row: RegisterRow): string {
  return JSON.stringify(row, (_, value: unknown) => (value === null || (Array.isArray(value) && value.length === 0) ? undefined : value));
}

const BLANK: RegisterRow = {
  rowNumber: 0, name: null, sex: null, ethnicity: null, birthOn: null, residentId: null, residentIdHolds: false, recovery: null, certificateNumber: null,
  disabilityType: null, disabilityGrade: null, phones: [], registeredAddress: null, currentAddress: null, community: null, lane: null, building: null,
  guardian: null, employment: null, longAtHome: null, remarks: null, others: {}, faults: [],
};

/** The row again. */
export function unpackRow(text: string): RegisterRow {
  const row = JSON.parse(text) as RegisterRow;
  const { guardian: given } = row;
  const guardian = given ? { name: given.name ?? null, relation: given.relation ?? null, phones: given.phones ?? [], residentId: given.residentId ?? null } : null;
  return { ...BLANK, ...row, guardian };
}
