import { FAULTS, type Fault, type FaultKind } from "./faults.ts";
import type { Field, Mapping } from "./fields.ts";
import type { RecoveryReason } from "./identity/recover-id.ts";
import type { RowKind } from "./layout/classify-row.ts";
import type { Layout } from "./layout/detect-layout.ts";
import type { ProposedColumn } from "./mapping/propose-mapping.ts";
import type { ReadingContext } from "./read-row.ts";
import type { RegisterRow } from "./register-row.ts";
import type { Row } from "./table.ts";
import type { Evidence, Strength } from "./repeats/find-repeats.ts";

/** Samples kept of each kind; all rows come back in the workbook of faults. */
export const MOST_SAMPLES = 20;

/** One row shown as an example. `value` is as written in the file. */
export interface FaultSample {
  readonly sheet: string;
  readonly row: number;
  readonly field: Field | null;
  readonly value: string;
}

export interface FaultCount {
  readonly kind: FaultKind;
  readonly severity: (typeof FAULTS)[FaultKind];
  /** Rows, each once. */
  readonly rows: number;
  readonly samples: readonly FaultSample[];
}

/** A number to put in place of a damaged one, once a person has confirmed it. */
export interface Suggestion {
  readonly sheet: string;
  readonly row: number;
  readonly field: "residentId";
  readonly written: string;
  readonly proposed: string;
  readonly reason: RecoveryReason;
}

export interface RepeatSample {
  readonly sheet: string;
  readonly row: number;
  readonly earlierSheet: string;
  readonly earlierRow: number;
  readonly strength: Strength;
  readonly evidence: Evidence;
}

export interface SheetPreview {
  readonly name: string;
  /** False for a sheet with no column of names or identity numbers (instructions, statistics). */
  readonly read: boolean;
  readonly layout: Layout;
  readonly columns: readonly ProposedColumn[];
  readonly rowsByKind: Readonly<Partial<Record<RowKind, number>>>;
}

/** What a register holds, before anything is written. Counts are of the whole file; samples are the first of each. */
export interface RegisterPreview {
  /** Rows that are about someone: not titles, sums, signatures or notes. */
  readonly dataRows: number;
  /** Named rows, each person once. A row without a name is no person yet. */
  readonly distinctPersons: number;
  /** Named rows whose person stands in an earlier row (certain or likely). */
  readonly rowsRepeatingAPerson: number;
  readonly rowsPossiblyRepeating: number;
  readonly rowsWithoutName: number;
  readonly idCheckDigitWrong: number;
  readonly idTurnedIntoNumber: number;
  /** Distinct persons who stay at home for long, of any age: said so in the column or, that being blank, in the remarks, in any of their rows. */
  readonly homebound: number;
  /** Persons whose words say both; not among `homebound`. */
  readonly homeboundUnclear: number;
  readonly rowsIn: number;
  readonly rowsBack: number;
  readonly encoding: string | null;
  readonly sheets: readonly SheetPreview[];
  readonly mapping: Mapping;
  readonly faults: readonly FaultCount[];
  readonly suggestions: readonly Suggestion[];
  readonly suggestionCount: number;
  readonly repeats: readonly RepeatSample[];
}

/** A sheet as the preview is given it. Its rows are read once for the proposal and once for the counts. */
export interface SheetSource {
  readonly name: string;
  readonly hidden: boolean;
  rows(): AsyncIterable<Row>;
}

export interface PreviewOptions extends ReadingContext {
  /** What the person has changed; without it the proposal is used. */
  readonly mapping?: Mapping;
  /** Given every row about someone, in order, while it is read; a promise holds the reading back. */
  readonly onRow?: (taken: TakenRow) => Promise<void> | undefined;
}

/** A row about someone with what the whole file so far says of it. */
export interface TakenRow {
  /** Index of the sheet among all sheets of the file. */
  readonly sheet: number;
  readonly row: RegisterRow;
  /** Its own faults, and what other rows make of it. */
  readonly faults: readonly Fault[];
  /** Among all rows about people, from 0. */
  readonly position: number;
  /** Where the same person stands for the first time; the row's own position when it is new or nameless. */
  readonly firstPosition: number;
}

/** Keeps the count of each fault and its first rows. */
export class FaultTally {
  readonly #kinds = new Map<FaultKind, { rows: number; samples: FaultSample[] }>();

  /** Takes in the faults of one row; one kind counts once for a row. */
  add(sheet: string, row: number, faults: readonly Fault[]): void {
    const counted = new Set<FaultKind>();
    for (const { kind, field, value } of faults) {
      const tally = this.#of(kind);
      if (!counted.has(kind)) tally.rows++;
      counted.add(kind);
      if (tally.samples.length < MOST_SAMPLES) tally.samples.push({ sheet, row, field, value });
    }
  }

  rows(kind: FaultKind): number {
    return this.#kinds.get(kind)?.rows ?? 0;
  }

  counts(): FaultCount[] {
    return [...this.#kinds].map(([kind, tally]) => ({ kind, severity: FAULTS[kind], ...tally })).sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.rows - a.rows);
  }

  #of(kind: FaultKind): { rows: number; samples: FaultSample[] } {
    const known = this.#kinds.get(kind) ?? { rows: 0, samples: [] };
    this.#kinds.set(kind, known);
    return known;
  }
}

const ORDER = { error: 0, warning: 1, notice: 2 } as const;
