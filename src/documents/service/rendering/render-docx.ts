import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Filled, FilledBlock } from "../../model/fill.ts";

const FONT = { ascii: "Microsoft YaHei", eastAsia: "Microsoft YaHei", hAnsi: "Microsoft YaHei" };
/** Half points and twentieths of a point, as Word counts. */
const [SIZE, TITLE, HEADING, PAGE_WIDTH] = [21, 32, 24, 9600];

/** The same form for a word processor: real headings and tables, to be written on and changed. */
export async function renderDocx(blocks: readonly FilledBlock[], { title, footer }: { title: string; footer: string }): Promise<Buffer> {
  const document = new Document({
    title, creator: "Linli", styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 } } },
      footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ text: `${footer}　`, size: 16 }), new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 16 })] })] }) },
      children: blocks.flatMap((block) => (block.kind === "table" ? [tableOf(block.rows), new Paragraph({ spacing: { after: 40 } })] : [lineOf(block)])),
    }],
  });
  return Packer.toBuffer(document);
}

function lineOf({ kind, content: { text } }: Exclude<FilledBlock, { kind: "table" }>): Paragraph {
  const run = (size: number, bold: boolean) => new TextRun({ text: plain(text), size, bold, font: FONT, color: "000000" });
  if (kind === "title") return new Paragraph({ heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: [run(TITLE, true)] });
  if (kind === "heading") return new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 200, after: 80 }, children: [run(HEADING, true)] });
  return new Paragraph({ children: [run(SIZE, false)] });
}

function tableOf(rows: readonly (readonly Filled[])[]): Table {
  const most = Math.max(...rows.map((row) => row.length));
  const width = Math.floor(PAGE_WIDTH / most);
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA }, columnWidths: Array.from({ length: most }, () => width),
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map((cell, index) => cellOf(cell, index === row.length - 1 ? most - row.length + 1 : 1, width)) })),
  });
}

function cellOf({ text, blankLines, label }: Filled, columnSpan: number, width: number): TableCell {
  const lines = text === "" ? Array.from({ length: Math.max(blankLines, 1) }, () => "") : plain(text).split("\n");
  return new TableCell({
    columnSpan, width: { size: width * columnSpan, type: WidthType.DXA }, margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(label && text.trim() !== "" && { shading: { type: ShadingType.CLEAR, fill: "F2F4F3" } }),
    children: lines.map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: label, font: FONT })] })),
  });
}

/** Signs a document's XML cannot hold are left out. */
// oxlint-disable-next-line no-control-regex -- just those are meant
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
