import { drawPdf, type PdfDefinition } from "#platform/print/draw-pdf.ts";
import type { Filled, FilledBlock } from "../../model/fill.ts";

type Content = Extract<PdfDefinition["content"], readonly unknown[]>[number];

/** A4 with text that can be selected and searched; of the fonts only the signs used are inside. */
export async function renderPdf(blocks: readonly FilledBlock[], { title, footer }: { title: string; footer: string }): Promise<Buffer> {
  return drawPdf({
    pageMargins: [48, 48, 48, 56], info: { title },
    defaultStyle: { fontSize: 10.5, lineHeight: 1.25 },
    content: sectionsOf(blocks).map((section) => ({ stack: section.map(contentOf), unbreakable: section.reduce((sum, block) => sum + height(block), 0) <= MOST_LINES })),
    footer: (page, pages) => ({ columns: [{ text: footer }, { text: `${page} / ${pages}`, alignment: "right" }], fontSize: 8, color: "#555555", margin: [48, 16, 48, 0] }),
  });
}

/** A heading and what stands under it: so that a short section is not divided, and no heading stands alone at the foot of a page. */
function sectionsOf(blocks: readonly FilledBlock[]): FilledBlock[][] {
  const sections: FilledBlock[][] = [];
  for (const block of blocks) {
    if (block.kind === "heading" || sections.length === 0) sections.push([block]);
    else sections.at(-1)!.push(block);
  }
  return sections;
}

/** In lines, the space around rows with them. */
const height = (block: FilledBlock): number => (block.kind === "table" ? block.rows.reduce((sum, row) => sum + linesOf(row, widest(block.rows)) + 0.5, 0) : linesOf([block.content], 1) + 1);

const widest = (rows: readonly (readonly Filled[])[]): number => Math.max(...rows.map((row) => row.length));

function contentOf(block: FilledBlock): Content {
  if (block.kind === "table") return tableOf(block.rows);
  const { text } = block.content;
  if (block.kind === "title") return { text, bold: true, fontSize: 16, alignment: "center", margin: [0, 0, 0, 8] };
  if (block.kind === "heading") return { text, bold: true, fontSize: 12, margin: [0, 10, 0, 4] };
  return { text: text === "" ? "\u00a0" : text, margin: [0, 2, 0, 2] };
}

/** Points of the width of a page and of a sign, and the lines a row or a section may take whole: one taller than a page would be lost if it were not broken. */
const [PAGE_WIDTH, SIGN, MOST_LINES] = [499, 10.5, 24];

/** How many lines the tallest cell of a row takes, rather too many than too few. */
function linesOf(row: readonly Filled[], most: number): number {
  const width = PAGE_WIDTH / most - 9;
  return Math.max(...row.map(({ text, blankLines }, index) => {
    const signs = Math.floor((width * (index === row.length - 1 ? most - row.length + 1 : 1)) / SIGN);
    return text === "" ? blankLines : text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / signs)), 0);
  }));
}

/** Rows of one table may differ in length: a last cell that is short of others runs on to the edge. A row of heads stands again on every page. */
function tableOf(rows: readonly (readonly Filled[])[]): Content {
  const most = widest(rows);
  const whole = rows.every((row) => linesOf(row, most) <= MOST_LINES);
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => ({ ...cellOf(cell), ...(index === row.length - 1 && row.length < most && { colSpan: most - row.length + 1 }) }));
    return [...cells, ...Array.from({ length: most - row.length }, () => ({ text: "" }))];
  });
  const pairs = most % 2 === 0 && rows.some((row) => row.length === most && row[0]!.label && !row[1]!.label);
  const headed = rows.length > 1 && rows[0]!.length === most && rows[0]!.every(({ label, text }) => label && text.trim() !== "");
  return { table: { ...(headed && { headerRows: 1, keepWithHeaderRows: whole ? 1 : 0 }), widths: Array.from({ length: most }, (_, index) => (pairs && index % 2 === 0 ? 76 : "*")), body, dontBreakRows: whole }, margin: [0, 0, 0, 4], layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingTop: () => 4, paddingBottom: () => 4 } };
}

const cellOf = ({ text, blankLines, label }: Filled): { text: string; bold?: boolean; fillColor?: string } =>
  (label && text.trim() !== "" ? { text, bold: true, fillColor: "#f2f4f3" } : { text: text === "" ? "\u00a0\n".repeat(Math.max(blankLines - 1, 0)) + "\u00a0" : text });
