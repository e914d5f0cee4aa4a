/** One record longer than this is a quotation mark that was never closed. Characters. */
const LONGEST_RECORD = 1_000_000;

/** A quotation mark without its partner: what follows cannot be told apart. */
export class UnclosedQuote extends Error {}

export interface TextRecord {
  readonly fields: readonly string[];
  /** Lines it takes, with those inside quoted fields. */
  readonly lines: number;
}

/**
 * Splits text into records (RFC 4180), piece by piece as it arrives. A quote
 * counts only at the start of a field; elsewhere it is a character. Own code,
 * because the usual parsers build an error object for every row that is not
 * as long as the first, and a register begins with a title of one cell.
 */
export class RecordSplitter {
  readonly #delimiter: string;
  readonly #newline: string;
  #rest = "";

  constructor(delimiter: string, newline: "\n" | "\r") {
    this.#delimiter = delimiter;
    this.#newline = newline;
  }

  write(chunk: string): TextRecord[] {
    return this.#split(this.#rest + chunk, false);
  }

  end(): TextRecord[] {
    return this.#rest === "" ? [] : this.#split(this.#rest, true);
  }

  #split(text: string, last: boolean): TextRecord[] {
    const records: TextRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const lineEnd = text.indexOf(this.#newline, at);
      if (lineEnd < 0 && !last) break;
      const end = lineEnd < 0 ? text.length : lineEnd;
      const line = text.slice(at, text[end - 1] === "\r" && end > at ? end - 1 : end);
      if (!line.includes('"')) {
        records.push({ fields: line.split(this.#delimiter), lines: 1 });
        at = end + 1;
        continue;
      }
      const quoted = this.#quotedRecord(text, at, last);
      if (quoted === null) break;
      records.push(quoted.record);
      at = quoted.next;
    }
    this.#rest = at < text.length ? text.slice(at) : "";
    if (this.#rest.length > LONGEST_RECORD || (last && this.#rest !== "")) throw new UnclosedQuote();
    return records;
  }

  /** A record with quotes in it; null when its end has not arrived. */
  #quotedRecord(text: string, from: number, last: boolean): { record: TextRecord; next: number } | null {
    const fields: string[] = [];
    let at = from;
    for (;;) {
      const field = text[at] === '"' ? this.#quotedField(text, at, last) : this.#bareField(text, at, "", last);
      if (field === null) return null;
      fields.push(field.value);
      if (text[field.end] !== this.#delimiter) return { record: { fields, lines: this.#linesIn(text, from, field.end) }, next: field.end + 1 };
      at = field.end + 1;
    }
  }

  #quotedField(text: string, from: number, last: boolean): { value: string; end: number } | null {
    let value = "";
    let at = from + 1;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0 || (close === text.length - 1 && !last)) return null;
      value += text.slice(at, close);
      if (text[close + 1] !== '"') return this.#bareField(text, close + 1, value, last);
      value += '"';
      at = close + 2;
    }
  }

  /** Up to the delimiter or the line's end; what stands behind a closing quote belongs to the field. */
  #bareField(text: string, from: number, before: string, last: boolean): { value: string; end: number } | null {
    let end = from;
    while (end < text.length && text[end] !== this.#delimiter && text[end] !== this.#newline) end++;
    if (end === text.length && !last) return null;
    const written = text.slice(from, end);
    return { value: before + (text[end] !== this.#delimiter && written.endsWith("\r") ? written.slice(0, -1) : written), end };
  }

  #linesIn(text: string, from: number, to: number): number {
    let lines = 1;
    for (let at = text.indexOf(this.#newline, from); at >= 0 && at < to; at = text.indexOf(this.#newline, at + 1)) lines++;
    return lines;
  }
}
