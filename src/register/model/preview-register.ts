import type { Mapping } from "./fields.ts";
import type { RowKind } from "./layout/classify-row.ts";
import { mappingOf } from "./mapping/propose-mapping.ts";
import { FaultTally, MOST_SAMPLES, type PreviewOptions, type RegisterPreview, type RepeatSample, type SheetPreview, type SheetSource, type Suggestion, type TakenRow } from "./preview.ts";
import { planSheet, readSheet, type SheetPlan } from "./read-sheet.ts";
import type { RegisterRow } from "./register-row.ts";
import { RepeatFinder, type Repeat } from "./repeats/find-repeats.ts";
import { Numbers } from "./repeats/numbers.ts";
import type { Fault } from "./faults.ts";

const NO_MAPPING: Mapping = { columns: [] };
const MOST_SUGGESTIONS = 1_000;
const UNCLEAR = 1;
const AT_HOME = 2;

/**
 * Reads a whole register without writing anything, and says what is in it.
 * Rows stream through; what is kept is counts, samples and about 180 bytes a row.
 */
export async function previewRegister(sheets: readonly SheetSource[], encoding: string | null, options: PreviewOptions): Promise<RegisterPreview> {
  const count = new Count();
  const shown: SheetPreview[] = [];
  let mapping = NO_MAPPING;
  for (const [index, sheet] of sheets.entries()) {
    const plan = await planSheet(sheet, options.mapping);
    const reading = plan.read && !sheet.hidden;
    if (reading && mapping === NO_MAPPING) mapping = mappingOf(plan.columns);
    const rowsByKind = reading ? await count.sheet(sheet, index, plan, options) : {};
    shown.push({ name: sheet.name, read: reading, layout: plan.layout, columns: plan.columns, rowsByKind });
  }
  return { ...count.figures(), encoding, sheets: shown, mapping };
}

/** The running totals over all sheets. */
class Count {
  readonly #faults = new FaultTally();
  readonly #repeats = new RepeatFinder();
  readonly #samples: RepeatSample[] = [];
  readonly #suggestions: Suggestion[] = [];
  /** By entry of the finder: 1 unclear, 2 long at home, kept at the person's first entry. */
  readonly #home = new Numbers(Uint8Array);
  readonly #sheetStarts: { name: string; entry: number }[] = [];
  /** By entry of the finder: the position of its row. */
  readonly #positions = new Numbers(Int32Array);
  #dataRows = 0;
  #withoutName = 0;
  #repeating = 0;
  #possible = 0;
  #suggested = 0;
  #back = 0;

  async sheet(sheet: SheetSource, index: number, plan: SheetPlan, options: PreviewOptions): Promise<Partial<Record<RowKind, number>>> {
    const kinds: Partial<Record<RowKind, number>> = {};
    this.#sheetStarts.push({ name: sheet.name, entry: this.#repeats.length });
    for await (const { kind, row } of readSheet(sheet, plan, options)) {
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (!row) continue;
      const taken = this.#row(sheet.name, row);
      const waiting = options.onRow?.({ sheet: index, ...taken });
      if (waiting) await waiting;
    }
    return kinds;
  }

  #row(sheet: string, row: RegisterRow): Omit<TakenRow, "sheet"> {
    const position = this.#dataRows++;
    const repeat = row.name === null ? null : this.#person(row, row.name);
    if (row.name === null) this.#withoutName++;
    if (row.recovery) this.#suggest(sheet, row);
    const faults = repeat ? [...row.faults, ...faultOf(repeat)] : row.faults;
    if (repeat) this.#sample(sheet, repeat);
    if (row.faults.some(({ kind }) => kind === "name_missing")) this.#back++;
    if (faults.length > 0) this.#faults.add(sheet, row.rowNumber, faults);
    const joins = repeat !== null && repeat.strength !== "possible";
    return { row, faults, position, firstPosition: joins ? this.#positions.at(this.#repeats.groupOf(this.#repeats.length - 1)) : position };
  }

  #person(row: RegisterRow, name: string): Found | null {
    const entry = this.#repeats.length;
    const repeat = this.#repeats.add(identityOf(row, name));
    this.#positions.push(this.#dataRows - 1);
    const first = this.#repeats.groupOf(entry);
    const home = row.longAtHome === "yes" ? AT_HOME : row.longAtHome === "unclear" ? UNCLEAR : 0;
    this.#home.push(home);
    if (first !== entry && home > this.#home.at(first)) this.#home.set(first, home);
    if (!repeat) return null;
    if (repeat.strength === "possible") this.#possible++;
    else this.#repeating++;
    return { ...repeat, earlierSheet: this.#sheetOf(repeat.earlierEntry) };
  }

  #sheetOf(entry: number): string {
    return this.#sheetStarts.findLast((start) => start.entry <= entry)?.name ?? "";
  }

  #sample(sheet: string, { row, earlierRow, earlierSheet, strength, evidence }: Found): void {
    if (this.#samples.filter((sample) => sample.strength === strength).length >= MOST_SAMPLES * 2) return;
    this.#samples.push({ sheet, row, earlierSheet, earlierRow, strength, evidence });
  }

  #suggest(sheet: string, { rowNumber, residentId, recovery }: RegisterRow): void {
    this.#suggested++;
    if (recovery && this.#suggestions.length < MOST_SUGGESTIONS) {
      this.#suggestions.push({ sheet, row: rowNumber, field: "residentId", written: residentId ?? "", proposed: recovery.residentId, reason: recovery.reason });
    }
  }

  figures(): Omit<RegisterPreview, "encoding" | "sheets" | "mapping"> {
    const named = this.#dataRows - this.#withoutName;
    return {
      dataRows: this.#dataRows, distinctPersons: named - this.#repeating, rowsRepeatingAPerson: this.#repeating, rowsPossiblyRepeating: this.#possible,
      rowsWithoutName: this.#withoutName, idCheckDigitWrong: this.#faults.rows("id_check_digit"), idTurnedIntoNumber: this.#faults.rows("id_turned_into_number"),
      homebound: this.#persons(AT_HOME), homeboundUnclear: this.#persons(UNCLEAR),
      rowsIn: this.#dataRows - this.#back, rowsBack: this.#back,
      faults: this.#faults.counts(), suggestions: this.#suggestions, suggestionCount: this.#suggested, repeats: this.#samples,
    };
  }

  #persons(state: number): number {
    let persons = 0;
    for (let entry = 0; entry < this.#repeats.length; entry++) if (this.#repeats.groupOf(entry) === entry && this.#home.at(entry) === state) persons++;
    return persons;
  }
}

type Found = Repeat & { readonly earlierSheet: string };

/** What tells one person from another: the number recovered from the certificate stands in for a damaged one, here and only here before it is confirmed. */
function identityOf(row: RegisterRow, name: string): Parameters<RepeatFinder["add"]>[0] {
  const recovered = row.recovery?.residentId ?? null;
  return {
    rowNumber: row.rowNumber, name, residentId: recovered ?? row.residentId, idHolds: row.residentIdHolds || recovered !== null,
    birthOn: row.birthOn, sex: row.sex, phones: row.phones.map(({ number }) => number), address: row.currentAddress ?? row.registeredAddress,
  };
}

function faultOf({ strength, evidence, earlierRow }: Found): Fault[] {
  if (evidence === "same_id_other_name") return [{ kind: "id_of_someone_else", field: "residentId", value: String(earlierRow) }];
  return strength === "possible" ? [] : [{ kind: "repeats_person", field: null, value: String(earlierRow) }];
}
