/** What the scanner meets, in document order. A self-closing element gives both `open` and `close`. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text of the element just opened, in one or several pieces; entities are resolved. */
  text(piece: string): void;
}

/** No part of a workbook needs a longer tag or text than this; more means a bomb. Characters. */
const LONGEST_PIECE = 4_000_000;

/** A workbook whose XML cannot be read. */
export class BrokenXml extends Error {}

/**
 * Reads XML of the kind spreadsheet programs write, piece by piece as it
 * arrives. Prefixes are dropped (`x:row` is `row`); document types are refused,
 * so no entity can be defined and none can grow.
 */
export class XmlScanner {
  readonly #to: XmlListener;
  #rest = "";

  constructor(to: XmlListener) {
    this.#to = to;
  }

  write(chunk: string): void {
    const xml = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const tagAt = xml.indexOf("<", at);
      if (tagAt < 0) break;
      if (tagAt > at) this.#to.text(resolveEntities(xml.slice(at, tagAt)));
      const next = this.#tag(xml, tagAt);
      if (next < 0) {
        at = tagAt;
        break;
      }
      at = next;
    }
    this.#rest = xml.slice(at);
    if (this.#rest.length > LONGEST_PIECE) throw new BrokenXml("piece too long");
  }

  end(): void {
    if (this.#rest.trim() !== "") throw new BrokenXml("ends inside a tag");
  }

  /** Reads one tag; gives the place after it, or −1 when its end has not arrived. */
  #tag(xml: string, at: number): number {
    const kind = xml.charCodeAt(at + 1);
    if (kind === 33) return this.#declaration(xml, at);
    if (kind === 63) return after(xml, "?>", at);
    const end = endOfTag(xml, at);
    if (end < 0) return -1;
    if (kind === 47) this.#to.close(localName(xml.slice(at + 2, end).trimEnd()));
    else this.#element(xml, at, end);
    return end + 1;
  }

  #element(xml: string, at: number, end: number): void {
    const selfClosing = xml.charCodeAt(end - 1) === 47;
    const stop = selfClosing ? end - 1 : end;
    let nameEnd = at + 1;
    while (nameEnd < stop && xml.charCodeAt(nameEnd) > 32) nameEnd++;
    const name = localName(xml.slice(at + 1, nameEnd));
    this.#to.open(name, xml.slice(nameEnd, stop));
    if (selfClosing) this.#to.close(name);
  }

  #declaration(xml: string, at: number): number {
    if (xml.startsWith("<!--", at)) return after(xml, "-->", at);
    if (xml.startsWith("<![CDATA[", at)) {
      const end = xml.indexOf("]]>", at);
      if (end < 0) return -1;
      this.#to.text(xml.slice(at + 9, end));
      return end + 3;
    }
    if (xml.length - at < 9) return -1;
    throw new BrokenXml("document type");
  }
}

/** Value of one attribute, or undefined. `name` without prefix matches any prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(`${name}=`, from);
    if (at < 0) return undefined;
    const before = at === 0 ? 32 : attributes.charCodeAt(at - 1);
    const quote = attributes[at + name.length + 1];
    if ((before <= 32 || before === 58) && (quote === '"' || quote === "'")) {
      const start = at + name.length + 2;
      const end = attributes.indexOf(quote, start);
      return end < 0 ? undefined : resolveEntities(attributes.slice(start, end));
    }
    from = at + name.length;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, body: string) => {
    if (body[0] !== "#") return NAMED[body] ?? whole;
    const code = body[1] === "x" || body[1] === "X" ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}

/** The `>` that ends a tag, not one inside a quoted value. */
function endOfTag(xml: string, at: number): number {
  let quote = 0;
  for (let place = at + 1; place < xml.length; place++) {
    const code = xml.charCodeAt(place);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return place;
  }
  return -1;
}

function after(xml: string, mark: string, at: number): number {
  const end = xml.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
