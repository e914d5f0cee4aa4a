import type { PersonDraft } from "./person-of-rows.ts";

/** A blank of somebody's record that an import would fill. */
export interface FilledField {
  readonly field: "sex" | "birthOn" | "community" | "currentAddress" | "disabilityType" | "disabilityGrade" | "longAtHome" | "phone" | "remarks";
  readonly value: string;
}

/** What is known of somebody already, as far as a merge is shown beforehand. */
export interface Known {
  readonly sex: string | null;
  readonly birthOn: string | null;
  readonly communityName: string | null;
  readonly address: string | null;
  readonly disabilityType: number | null;
  readonly disabilityGrade: number | null;
  readonly longAtHome: string | null;
  readonly phones: readonly { readonly value: string }[];
  readonly remarks: string | null;
}

/** The blanks that would be filled and the telephones that would be added. What stands there already stays. */
export function filledIn(known: Known, draft: PersonDraft): FilledField[] {
  const blank = (field: FilledField["field"], here: unknown, value: string | number | null | undefined) => (here === null && value != null ? [{ field, value: String(value) }] : []);
  const own = new Set(known.phones.map(({ value }) => value));
  return [
    ...blank("sex", known.sex, draft.sex), ...blank("birthOn", known.birthOn, draft.birthOn), ...blank("community", known.communityName, draft.community),
    ...blank("currentAddress", known.address, draft.address), ...blank("disabilityType", known.disabilityType, draft.disability?.type),
    ...blank("disabilityGrade", known.disabilityGrade, draft.disability?.grade),
    ...blank("longAtHome", known.longAtHome, draft.situations.find(({ kind }) => kind === "long_at_home")?.value),
    ...draft.contacts.filter(({ value }) => !own.has(value)).map(({ value }) => ({ field: "phone" as const, value })),
    ...blank("remarks", known.remarks, draft.remarks),
  ];
}
