import type { Field } from "./fields.ts";

/**
 * Everything a row can be told about. `error`: the row stays out until someone
 * mends it. `warning`: it goes in, and someone should look. `notice`: it goes in as it is.
 */
export const FAULTS = {
  name_missing: "error",
  id_missing: "notice",
  id_length: "warning",
  id_characters: "warning",
  id_birth_date: "warning",
  id_birth_in_future: "warning",
  id_check_digit: "warning",
  id_turned_into_number: "warning",
  id_upgraded_from_15: "notice",
  certificate_length: "warning",
  certificate_characters: "warning",
  certificate_resident_id: "warning",
  certificate_type: "warning",
  certificate_grade: "warning",
  certificate_turned_into_number: "warning",
  certificate_other_id: "warning",
  certificate_other_type: "warning",
  certificate_other_grade: "warning",
  birth_unreadable: "warning",
  birth_in_future: "warning",
  birth_other_than_id: "warning",
  sex_unreadable: "warning",
  sex_other_than_id: "warning",
  ethnicity_unreadable: "warning",
  type_unreadable: "warning",
  grade_unreadable: "warning",
  phone_invalid: "warning",
  guardian_phone_invalid: "warning",
  community_unknown: "warning",
  community_other_than_address: "warning",
  long_at_home_unreadable: "warning",
  long_at_home_unclear: "warning",
  long_at_home_disagrees: "warning",
  cell_error: "warning",
  formula_result: "notice",
  characters_doubtful: "warning",
  repeats_person: "notice",
  id_of_someone_else: "warning",
} as const satisfies Readonly<Record<string, "error" | "warning" | "notice">>;
export type FaultKind = keyof typeof FAULTS;

/** One thing about one row. `value` is what the cell held: personal, so it stays out of logs. */
export interface Fault {
  readonly kind: FaultKind;
  readonly field: Field | null;
  readonly value: string;
}
