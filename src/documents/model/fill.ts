import type { FormFacts } from "./catalogue.ts";
import type { Block, Part } from "./template.ts";

/** What stands in a cell or on a line: words, and how many lines are left to write on. A label is a cell of words alone. */
export interface Filled { readonly text: string; readonly blankLines: number; readonly label: boolean }

export type FilledBlock = { readonly kind: "title" | "heading" | "line"; readonly content: Filled } | { readonly kind: "table"; readonly rows: readonly (readonly Filled[])[] };

/** Stands within a line where a fact is not known: to be written on. */
const GAP = "＿＿＿＿＿＿";

type Line = Readonly<Record<string, string>>;

/** A template with its facts in place; rows that follow each other become one table. A list without lines leaves one to write on. */
export function fillForm(blocks: readonly Block[], { fields, lists }: FormFacts): FilledBlock[] {
  const filled: FilledBlock[] = [];
  const put = (block: Plain, line: Line) => {
    if (block.kind !== "row") filled.push({ kind: block.kind, content: fillParts(block.parts, line) });
    else {
      const row = block.cells.map((cell) => fillParts(cell, line));
      const last = filled.at(-1);
      if (last?.kind === "table") filled[filled.length - 1] = { kind: "table", rows: [...last.rows, row] };
      else filled.push({ kind: "table", rows: [row] });
    }
  };
  for (const [block, facts] of blocks.flatMap((one) => spread(one, fields, lists))) put(block, facts);
  return filled;
}

type Plain = Exclude<Block, { kind: "each" }>;

/** Each block with the facts it is filled with: those of a list once for each of its lines. */
function spread(block: Block, fields: Line, lists: FormFacts["lists"]): (readonly [Plain, Line])[] {
  if (block.kind !== "each") return [[block, fields]];
  const lines = lists[block.list] ?? [];
  const inner = block.blocks.filter((one): one is Plain => one.kind !== "each");
  return (lines.length > 0 ? lines : [{}]).flatMap((line) => inner.map((one) => [one, lineOver(fields, line, block.own)] as const));
}

/** Within a list its own facts go first, also where they are blank: another's fact of the same name never stands in for them. */
function lineOver(fields: Line, line: Line, own: readonly string[]): Line {
  return { ...Object.fromEntries(Object.entries(fields).filter(([name]) => !own.includes(name))), ...line };
}

function fillParts(parts: readonly Part[], facts: Line): Filled {
  const only = parts.length === 1 ? parts[0]! : null;
  if (only && "field" in only) {
    const text = valueOf(facts, only.field);
    return { text, blankLines: text === "" ? only.lines : 0, label: false };
  }
  return { text: parts.map((part) => ("text" in part ? part.text : valueOf(facts, part.field) || GAP)).join(""), blankLines: 0, label: parts.every((part) => "text" in part) };
}

const valueOf = (facts: Line, field: string): string => (Object.hasOwn(facts, field) ? facts[field]!.trim() : "");
