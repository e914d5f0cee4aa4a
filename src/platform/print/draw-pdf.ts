import { fileURLToPath } from "node:url";
import pdfmake from "pdfmake";

export type PdfDefinition = Parameters<typeof pdfmake.createPdf>[0];

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

/** Draws an A4 document without a browser: text can be selected and searched; of the font only the signs used are inside. */
export async function drawPdf(definition: Omit<PdfDefinition, "pageSize">): Promise<Buffer> {
  prepare();
  return Buffer.from(await pdfmake.createPdf({ pageSize: "A4", language: "zh-CN", ...definition, defaultStyle: { font: "Noto", ...definition.defaultStyle } }).getBuffer());
}
