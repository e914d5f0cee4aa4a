/**
 * A number of 53 bits for a text, never 0 (which means "nothing"). A million
 * rows keep eight bytes each instead of the text; two different texts out of a
 * million meet with a chance of about 1 in 18,000, and always need a second
 * agreeing fact to count. Source: cyrb53 (public domain, bryc).
 */
export function hashText(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return finish(high, low);
}

/** One number for two, order counts. */
export function joinHashes(a: number, b: number): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const word of [a % 4294967296, a / 4294967296, b % 4294967296, b / 4294967296]) {
    high = Math.imul(high ^ word, 2654435761);
    low = Math.imul(low ^ word, 1597334677);
  }
  return finish(high, low);
}

function finish(high: number, low: number): number {
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return 4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0) || 1;
}
