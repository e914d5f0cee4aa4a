import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { bytesOf, readAt, type FileSource } from "../file-source.ts";
import { utf16Half } from "../recognise-file.ts";
import { linesOf } from "./byte-lines.ts";

export type TextEncoding = "utf-8" | "gb18030" | "big5" | "utf-16le" | "utf-16be" | "mixed";

/** Characters any Chinese table of people is full of; a text read in the wrong encoding has almost none. */
const FREQUENT = new Set("的一是不在人有我他这中大来上国个地年月日时行政区市省县街道社路号楼村室姓名性别男女出生份证电话手机址备注无民族汉残疾类等级肢体视听智精神力重多有序码联系监护家庭現證電話號碼備註樓區縣歲與戶");

/**
 * Reads the whole file once, strictly, line by line, and says which encoding
 * it is in. A line end is the same byte in all of them, so a file glued
 * together from two is found out.
 */
export async function surveyEncoding(source: FileSource): Promise<TextEncoding> {
  const head = await readAt(source, 0, 4096);
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const half = utf16Half(head);
  if (half) return half === "le" ? "utf-16le" : "utf-16be";
  const seen = { utf8: 0, gb: 0, bad: 0, sample: [] as Buffer[] };
  for await (const line of linesOf(bytesOf(source))) {
    const kind = encodingOfLine(line);
    if (kind !== "ascii") seen[kind]++;
    if (kind === "gb" && seen.sample.length < 200) seen.sample.push(Buffer.from(line));
    if (kind === "bad" && seen.sample.length < 200) seen.sample.push(Buffer.from(line));
  }
  if (seen.gb + seen.bad === 0) return "utf-8";
  if (seen.utf8 > 0) return "mixed";
  return chooseDoubleByte(seen.sample, seen.bad);
}

const strictGb = new TextDecoder("gb18030", { fatal: true });

/**
 * `utf8` needs one character of three bytes, because two bytes of GB 18030 may by
 * chance form a valid short one; such a line alone decides nothing and counts as ascii.
 */
export function encodingOfLine(line: Uint8Array): "ascii" | "utf8" | "gb" | "bad" {
  if (isAscii(line)) return "ascii";
  if (isUtf8(line)) return line.some((byte) => byte >= 0xe2) ? "utf8" : "ascii";
  try {
    strictGb.decode(line);
    return "gb";
  } catch {
    return "bad";
  }
}

function chooseDoubleByte(sample: readonly Buffer[], bad: number): TextEncoding {
  const bytes = Buffer.concat(sample);
  const gb = plausibility(bytes, "gb18030");
  const big5 = plausibility(bytes, "big5");
  if (big5 > gb * 2 && big5 > 0.1) return "big5";
  return bad === 0 ? "gb18030" : "mixed";
}

/** Share of frequent characters among the Chinese ones, 0–1. */
function plausibility(bytes: Buffer, encoding: "gb18030" | "big5"): number {
  const characters = [...new TextDecoder(encoding).decode(bytes)].filter((character) => character > "\u007f");
  return characters.length === 0 ? 0 : characters.filter((character) => FREQUENT.has(character)).length / characters.length;
}
