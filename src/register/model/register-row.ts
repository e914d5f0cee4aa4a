import type { Fault } from "./faults.ts";
import type { DisabilityGrade, DisabilityType } from "./normalise/disability.ts";
import type { LongAtHome } from "./normalise/long-at-home.ts";
import type { Phone } from "./normalise/phone.ts";
import type { Sex } from "./normalise/sex.ts";
import type { Recovery } from "./identity/recover-id.ts";

/** One row of a register, read and checked. What could not be read is null and stands among the faults. */
export interface RegisterRow {
  readonly rowNumber: number;
  readonly name: string | null;
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  /** From its own column, else from the identity number when that holds. */
  readonly birthOn: string | null;
  readonly residentId: string | null;
  /** The identity number passes its check. */
  readonly residentIdHolds: boolean;
  /** A number to put in its place, to be confirmed by a person. */
  readonly recovery: Recovery | null;
  readonly certificateNumber: string | null;
  readonly disabilityType: DisabilityType | null;
  readonly disabilityGrade: DisabilityGrade | null;
  readonly phones: readonly Phone[];
  readonly registeredAddress: string | null;
  readonly currentAddress: string | null;
  readonly community: string | null;
  readonly lane: string | null;
  readonly building: string | null;
  readonly guardian: { readonly name: string | null; readonly relation: string | null; readonly phones: readonly Phone[]; readonly residentId: string | null } | null;
  readonly employment: string | null;
  readonly longAtHome: LongAtHome | null;
  readonly remarks: string | null;
  /** Columns no field takes, by header, as written. */
  readonly others: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
}
