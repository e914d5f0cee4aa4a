import { importKey, keyTag, placeTag, seal, unseal } from "../../device/sealed-box.ts";

/** What of a form is kept: values by field name. A ticked box is its value, an unticked one is absent. */
export type DraftFields = Readonly<Record<string, readonly string[]>>;

/** A draft as it was left. */
export interface Draft {
  readonly fields: DraftFields;
  /** Instant of the last change, ISO 8601. */
  readonly savedAt: string;
  /** The record's version when the form was opened, to notice that it has changed since. */
  readonly basis: string;
}

export { importKey as importDraftKey, keyTag, placeTag };

/** Encrypts a draft. The form's key is bound in, so a draft never opens in the form of another record. */
export const sealDraft = (key: CryptoKey, formKey: string, draft: Draft): Promise<string> => seal(key, formKey, draft);

/** Opens a draft; undefined when it is another account's, another record's, or damaged. */
export const openDraft = (key: CryptoKey, formKey: string, sealed: string): Promise<Draft | undefined> => unseal<Draft>(key, formKey, sealed);
