import type { Catalogue } from "./catalogue.ts";

/** A piece of a line: words, or a placeholder with how many lines are left to write on where there is nothing. */
export type Part = { readonly text: string } | { readonly field: string; readonly lines: number };

export type Block =
  | { readonly kind: "title" | "heading" | "line"; readonly parts: readonly Part[] }
  | { readonly kind: "row"; readonly cells: readonly (readonly Part[])[] }
  | { readonly kind: "each"; readonly list: string; /** What a line of the list holds. */ readonly own: readonly string[]; readonly blocks: readonly Block[] };

/** What is wrong with a template, where, and what would mend it. */
export interface Fault {
  readonly line: number;
  readonly placeholder: string;
  readonly reason: "unknown_field" | "unknown_list" | "unclosed" | "not_open" | "nested" | "bad_placeholder" | "too_wide";
  /** The nearest name that exists, or what is to be written instead. */
  readonly instead: string;
}

/** Longest template, in characters. */
export const MOST_SIGNS = 20_000;
/** Widest table, in cells; most lines to write on. */
const [MOST_CELLS, LINES] = [8, 12];

/**
 * Reads a template: `# ` a title, `## ` a heading, `| a | b |` a row of a table, `{{姓名}}` a fact, `{{说明:3}}` with three lines to write on where it is
 * blank, `{{#目标}}` … `{{/目标}}` on lines of their own once for each line of a list. What it may say is the catalogue's.
 */
export function readTemplate(text: string, catalogue: Catalogue): { blocks: Block[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const blocks: Block[] = [];
  const { lists } = catalogue;
  let open: { list: string; line: number; blocks: Block[] } | null = null;
  for (const [index, raw] of text.normalize("NFC").split(/\r\n|\r|\n/u).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === "") continue;
    const mark = /^\{\{\s*([#/])\s*(.*?)\s*\}\}$/u.exec(content);
    if (mark?.[1] === "#") {
      const list = mark[2]!;
      if (open) faults.push({ line, placeholder: content, reason: "nested", instead: `{{/${open.list}}}` });
      else if (!Object.hasOwn(lists, list)) faults.push({ line, placeholder: content, reason: "unknown_list", instead: nearest(list, Object.keys(lists)) });
      open ??= { list, line, blocks: [] };
    } else if (mark) {
      if (open === null || open.list !== mark[2]) faults.push({ line, placeholder: content, reason: "not_open", instead: `{{#${mark[2]}}}` });
      else {
        blocks.push({ kind: "each", list: open.list, own: namesIn(catalogue, open.list), blocks: open.blocks });
        open = null;
      }
    } else (open?.blocks ?? blocks).push(readLine(content, { line, names: [...(open ? namesIn(catalogue, open.list) : []), ...Object.keys(catalogue.fields)], faults }));
  }
  if (open) faults.push({ line: open.line, placeholder: `{{#${open.list}}}`, reason: "unclosed", instead: `{{/${open.list}}}` });
  return { blocks, faults };
}

const namesIn = ({ lists }: Catalogue, list: string): string[] => (Object.hasOwn(lists, list) ? Object.keys(lists[list]!.fields) : []);

/** Where a line stands, what it may name, and what is found wrong. */
interface Place { readonly line: number; readonly names: readonly string[]; readonly faults: Fault[] }

function readLine(content: string, place: Place): Block {
  const { line, faults } = place;
  const parts = (text: string) => readParts(text, place);
  const head = /^(#{1,2})\s+(.*)$/u.exec(content);
  if (head) return { kind: head[1] === "#" ? "title" : "heading", parts: parts(head[2]!) };
  if (!/^\|.*\|$/u.test(content) || content.length < 2) return { kind: "line", parts: parts(content) };
  const cells = content.slice(1, -1).split("|").map((cell) => parts(cell.trim()));
  if (cells.length > MOST_CELLS) faults.push({ line, placeholder: content.slice(0, 40), reason: "too_wide", instead: String(MOST_CELLS) });
  return { kind: "row", cells: cells.slice(0, MOST_CELLS) };
}

function readParts(text: string, { line, names, faults }: Place): Part[] {
  const parts: Part[] = [];
  for (const piece of text.split(/(\{\{.*?\}\})/u).filter((one) => one !== "")) {
    const found = /^\{\{\s*([^{}:#/]+?)\s*(?::\s*(\d{1,2})\s*)?\}\}$/u.exec(piece);
    if (found) {
      const field = found[1]!;
      if (!names.includes(field)) faults.push({ line, placeholder: piece, reason: "unknown_field", instead: nearest(field, names) });
      parts.push({ field, lines: Math.min(Math.max(Number(found[2] ?? 1), 1), LINES) });
    } else {
      if (piece.includes("{{") || piece.includes("}}")) faults.push({ line, placeholder: piece.slice(0, 40), reason: "bad_placeholder", instead: "{{姓名}}" });
      parts.push({ text: piece });
    }
  }
  return parts;
}

/** The name that shares most signs with what was written; the shortest among equals. */
function nearest(written: string, names: readonly string[]): string {
  const shared = (name: string) => [...name].filter((sign) => written.includes(sign)).length / name.length;
  return `{{${names.toSorted((a, b) => shared(b) - shared(a) || a.length - b.length)[0]!}}}`;
}
