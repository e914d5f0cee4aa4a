import { fileURLToPath } from "node:url";
import pdfmake from "pdfmake";
import type { Filled, FilledBlock } from "../../model/fill.ts";

type Definition = Parameters<typeof pdfmake.createPdf>[0];
type Content = Extract<Definition["content"], readonly unknown[]>[number];

const font = (weight: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`));
let ready = false;

/** Fonts are shipped with the program; nothing is fetched and no other file is read. */
function prepare(): void {
  if (ready) return;
  const faces = { normal: font("400Regular"), bold: font("700Bold") };
  pdfmake.setFonts({ Noto: { ...faces, italics: faces.normal, bolditalics: faces.bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path: string) => path === faces.normal || path === faces.bold);
  ready = true;
}

/** A4 with text that can be selected and searched; of the fonts only the signs used are inside. */
export async function renderPdf(blocks: readonly FilledBlock[], { title, footer }: { title: string; footer: string }): Promise<Buffer> {
  prepare();
  const definition: Definition = {
    pageSize: "A4", pageMargins: [48, 48, 48, 56], info: { title }, language: "zh-CN",
    defaultStyle: { font: "Noto", fontSize: 10.5, lineHeight: 1.25 },
    content: blocks.map(contentOf),
    footer: (page, pages) => ({ columns: [{ text: footer }, { text: `${page} / ${pages}`, alignment: "right" }], fontSize: 8, color: "#555555", margin: [48, 16, 48, 0] }),
  };
  return Buffer.from(await pdfmake.createPdf(definition).getBuffer());
}

function contentOf(block: FilledBlock): Content {
  if (block.kind === "table") return tableOf(block.rows);
  const { text } = block.content;
  if (block.kind === "title") return { text, bold: true, fontSize: 16, alignment: "center", margin: [0, 0, 0, 8] };
  if (block.kind === "heading") return { text, bold: true, fontSize: 12, margin: [0, 10, 0, 4] };
  return { text: text === "" ? "\u00a0" : text, margin: [0, 2, 0, 2] };
}

/** Rows of one table may differ in length: a last cell that is short of others runs on to the edge. */
function tableOf(rows: readonly (readonly Filled[])[]): Content {
  const most = Math.max(...rows.map((row) => row.length));
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => ({ ...cellOf(cell), ...(index === row.length - 1 && row.length < most && { colSpan: most - row.length + 1 }) }));
    return [...cells, ...Array.from({ length: most - row.length }, () => ({ text: "" }))];
  });
  const pairs = most % 2 === 0 && rows.some((row) => row.length === most && row[0]!.label && !row[1]!.label);
  return { table: { widths: Array.from({ length: most }, (_, index) => (pairs && index % 2 === 0 ? 76 : "*")), body, dontBreakRows: true }, margin: [0, 0, 0, 4], layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingTop: () => 4, paddingBottom: () => 4 } };
}

const cellOf = ({ text, blankLines, label }: Filled): { text: string; bold?: boolean; fillColor?: string } =>
  (label && text.trim() !== "" ? { text, bold: true, fillColor: "#f2f4f3" } : { text: text === "" ? "\u00a0\n".repeat(Math.max(blankLines - 1, 0)) + "\u00a0" : text });
