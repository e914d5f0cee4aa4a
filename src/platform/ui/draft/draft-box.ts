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

const NONCE_BYTES = 12;

/** Reads the key the page was given (base64, 32 bytes). It is held in memory only and cannot be taken out again. */
export async function importDraftKey(base64: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytesOf(base64), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A name for the key that does not give it away, so that two accounts on one device keep their drafts apart. */
export async function keyTag(base64: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(base64)));
  return textOf(digest.slice(0, 9));
}

/** Encrypts a draft. The form's key is bound in, so a draft never opens in the form of another record. */
export async function sealDraft(key: CryptoKey, formKey: string, draft: Draft): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = await crypto.subtle.encrypt(algorithm(nonce, formKey), key, plain);
  return textOf(new Uint8Array([...nonce, ...new Uint8Array(sealed)]));
}

/** Opens a draft; undefined when it is another account's, another record's, or damaged. */
export async function openDraft(key: CryptoKey, formKey: string, sealed: string): Promise<Draft | undefined> {
  try {
    const bytes = bytesOf(sealed);
    const plain = await crypto.subtle.decrypt(algorithm(bytes.slice(0, NONCE_BYTES), formKey), key, bytes.slice(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(plain)) as Draft;
  } catch {
    return undefined;
  }
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, formKey: string): AesGcmParams {
  return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(formKey) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function textOf(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
