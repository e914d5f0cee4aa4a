import { pinyin, polyphonic } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;
const PLAIN = { toneType: "none", type: "array", v: true } as const;
/** Names repeat: a city of a million has some hundred thousand. Forgotten when full. */
const known = new Map<string, string>();
const KEPT = 50_000;

/**
 * A name in syllables without tones, parted by spaces, the surname read as a surname: 曾国敏 → `zeng guo min`.
 * ü is written v, as people type it. Letters of other scripts stay, in lower case.
 */
export function pinyinOf(name: string): string {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  const read = spoken(name, "head");
  if (known.size >= KEPT) known.clear();
  known.set(name, read);
  return read;
}

/** The same of any other words, where the first character is no surname: 单人象棋 → `dan ren xiang qi`. Not remembered. */
export const wordsInPinyin = (text: string): string => spoken(text, "off");

const spoken = (text: string, surname: "head" | "off"): string =>
  pieces(text).flatMap((piece) => (HAN.test(piece) ? pinyin(piece, { ...PLAIN, surname }) : [piece.toLowerCase()])).join(" ").replaceAll("ü", "v");

const readings = new Map<string, readonly string[]>();

/** Every way a character may be read, without tones: 曾 → ceng, zeng. */
export function readingsOf(character: string): readonly string[] {
  let found = readings.get(character);
  if (!found) {
    found = [...new Set((polyphonic(character, PLAIN)[0] ?? []).map((reading) => reading.replaceAll("ü", "v")))].filter((reading) => /^[a-z]+$/.test(reading));
    readings.set(character, found);
  }
  return found;
}

/** Runs of Chinese characters and runs of letters or digits; everything else parts them. */
export function pieces(text: string): string[] {
  return text.normalize("NFKC").match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? [];
}

let syllables: ReadonlySet<string> | undefined;

/** All syllables of Mandarin without tones (some 400), gathered once from the dictionary. */
export function allSyllables(): ReadonlySet<string> {
  if (syllables) return syllables;
  const found = new Set<string>();
  for (let code = 0x4e00; code <= 0x9fa5; code++) for (const reading of readingsOf(String.fromCharCode(code))) if (/[aeiouv]/.test(reading)) found.add(reading);
  syllables = found;
  return found;
}
