import { TextDecoder } from "node:util";

let table: Map<string, number> | undefined;

/** Text as GB 18030 bytes, for test files: the two-byte part of the encoding, which holds every character of everyday use. */
export function encodeGb18030(text: string): Buffer {
  table ??= twoByteTable();
  const bytes: number[] = [];
  for (const character of text) {
    const pair = table.get(character);
    if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else if (character < "\u0080") bytes.push(character.charCodeAt(0));
    else throw new Error(`not in the two-byte part of GB 18030: ${character}`);
  }
  return Buffer.from(bytes);
}

/** Read off the decoder, so that the two agree. */
function twoByteTable(): Map<string, number> {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "\uFFFD") pairs.set(character, (lead << 8) | trail);
    }
  }
  return pairs;
}
