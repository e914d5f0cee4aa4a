const NONCE_BYTES = 12;

/** Reads a key (base64, 32 bytes). It is held in memory only and cannot be taken out again. */
export async function importKey(base64: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytesOf(base64), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A name for a key that does not give it away. */
export async function keyTag(base64: string): Promise<string> {
  return textOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(base64))).slice(0, 9));
}

/** Where something of that name lies, told by the key alone: a place that says neither form nor record. */
export async function placeTag(base64: string, name: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", bytesOf(base64), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return textOf(new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(name))).slice(0, 18));
}

/** Encrypts plain JSON (AES-256-GCM). The name it is kept under is bound in, so it never opens in another's place. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(algorithm(nonce, name), key, new TextEncoder().encode(JSON.stringify(value)));
  return textOf(new Uint8Array([...nonce, ...new Uint8Array(sealed)]));
}

/** Opens what was sealed under a name; undefined when it is another key's, another name's, or damaged. */
export async function unseal<T>(key: CryptoKey, name: string, sealed: string): Promise<T | undefined> {
  try {
    const bytes = bytesOf(sealed);
    const plain = await crypto.subtle.decrypt(algorithm(bytes.slice(0, NONCE_BYTES), name), key, bytes.slice(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return undefined;
  }
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, name: string): AesGcmParams {
  return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(name) };
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

export function textOf(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
