import type { IdentifierSystem } from "../../model/terms.ts";
import type { Of, SealedIdentifier } from "../../store/facts/insert-facts.ts";
import { orderedId } from "#platform/db/ordered-id.ts";
import type { OrgKeys } from "#platform/secrets/org-keys.ts";

/** One spelling of one number: upper case, without spaces and dashes. */
export const plainNumber = (value: string): string => value.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();

/** Where an identifier's value lives; bound into its cipher. */
export const identifierCell = (id: string) => ({ table: "people.identifiers", column: "sealed", row: id });

/** Seals a number for its own row and makes the keyed hash it is found by. */
export function sealIdentifier(keys: OrgKeys, personId: string, identifier: { system: IdentifierSystem; value: string; fault?: string | null | undefined }): Of<SealedIdentifier> {
  const id = orderedId();
  const value = plainNumber(identifier.value);
  return {
    personId,
    fact: { id, system: identifier.system, sealed: keys.seal(value, identifierCell(id)), blind: keys.blindIndex(identifier.system, value), last4: value.slice(-4), fault: identifier.fault ?? null },
  };
}
