/** What a column of a register may hold. The order is the order on the screen. */
export const FIELDS = [
  "serial", "name", "sex", "ethnicity", "birthOn", "age", "residentId", "certificateNumber", "disabilityType", "disabilityGrade",
  "phone", "registeredAddress", "currentAddress", "community", "lane", "building", "guardianName", "guardianRelation", "guardianPhone", "guardianId",
  "employment", "longAtHome", "remarks",
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that may stand in several columns (电话1, 电话2; a column each for 是 and 否). */
export const REPEATABLE: ReadonlySet<Field> = new Set<Field>(["phone", "guardianPhone", "remarks", "longAtHome"]);

/** Which column holds what, as the person has left it: plain JSON that can be saved and used on next month's file. */
export interface ColumnMapping {
  /** From 0. */
  readonly column: number;
  /** Null: not read, but kept beside the row. */
  readonly field: Field | null;
  /** The question is asked the other way round (能否外出): yes means no. */
  readonly inverted?: boolean;
  /** Blank cells take the value above, as in a column with merged cells. */
  readonly fillDown?: boolean;
}

export interface Mapping {
  /** Row of the header where it was not found by itself; 0: there is none. */
  readonly headerRow?: number;
  readonly columns: readonly ColumnMapping[];
}
