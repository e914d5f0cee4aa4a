import type { SheetFault, SignUpRow } from "./sign-up-sheet.ts";

/**
 * Finds who stands in a sheet twice: the same name with the same phone or the
 * same birth. The first row stays; a later one is kept out and says which row
 * it repeats. One phone under two names is only noted: families share phones.
 */
export class RepeatFinder {
  readonly #byPhone = new Map<string, { name: string; rowNumber: number }>();
  readonly #byPerson = new Map<string, number>();

  check(row: SignUpRow): SignUpRow {
    const { name, phone, birth } = row.signUp;
    if (!row.taken) return row;
    const keys = [phone && `${name}|${phone}`, birth && birth.length > 4 && `${name}|${birth}`].filter((key) => typeof key === "string" && key !== "") as string[];
    const otherRow = keys.map((key) => this.#byPerson.get(key)).find((rowNumber) => rowNumber !== undefined);
    if (otherRow !== undefined) return { ...row, taken: false, faults: [...row.faults, fault(row, "repeats_row", otherRow)] };
    const shared = phone === null ? undefined : this.#byPhone.get(phone);
    for (const key of keys) this.#byPerson.set(key, row.rowNumber);
    if (phone !== null && !shared) this.#byPhone.set(phone, { name, rowNumber: row.rowNumber });
    return shared ? { ...row, faults: [...row.faults, fault(row, "phone_shared", shared.rowNumber)] } : row;
  }
}

function fault(row: SignUpRow, reason: "repeats_row" | "phone_shared", otherRow: number): SheetFault {
  return { rowNumber: row.rowNumber, field: reason === "repeats_row" ? "name" : "phone", reason, written: row.signUp[reason === "repeats_row" ? "name" : "phone"] ?? "", otherRow };
}
