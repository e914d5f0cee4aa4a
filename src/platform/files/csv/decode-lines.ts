import { TextDecoder } from "node:util";
import { bytesOf, type FileSource } from "../file-source.ts";
import { linesOf } from "./byte-lines.ts";
import { encodingOfLine, type TextEncoding } from "./survey-encoding.ts";

/**
 * Text of a file, piece by piece. In a mixed file each line is read in its own
 * encoding; `doubt` is told the number (from 1) of every line that is not in
 * UTF-8, because its neighbours were, and of every line with unreadable bytes.
 */
export async function* decodeLines(source: FileSource, encoding: TextEncoding, doubt: (line: number) => void): AsyncGenerator<string> {
  if (encoding !== "mixed") {
    const decoder = new TextDecoder(encoding);
    for await (const piece of bytesOf(source)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
    return;
  }
  const utf8 = new TextDecoder("utf-8");
  const gb = new TextDecoder("gb18030");
  let number = 0;
  for await (const line of linesOf(bytesOf(source))) {
    number++;
    const kind = encodingOfLine(line);
    if (kind === "gb" || kind === "bad") doubt(number);
    yield kind === "gb" || (kind === "bad" && !mostlyUtf8(line)) ? gb.decode(line) : utf8.decode(line);
  }
}

/** Whichever reading leaves fewer holes. */
function mostlyUtf8(line: Uint8Array): boolean {
  const holes = (encoding: string) => new TextDecoder(encoding).decode(line).split("\uFFFD").length;
  return holes("utf-8") <= holes("gb18030");
}
