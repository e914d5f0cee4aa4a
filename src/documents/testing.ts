import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fromBuffer } from "yauzl";

/** The words of a PDF as a reader selects them, page by page, without spaces. */
export async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  await document.loadingTask.destroy();
  return pages.join("").normalize("NFKC").replaceAll(/\s/gu, "");
}

/** The words of a Word file's main part, without spaces; refuses a part that is no whole XML. */
export async function wordsOfDocx(bytes: Buffer): Promise<string> {
  const xml = await partOf(bytes, "word/document.xml");
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text!.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&")).join("").normalize("NFKC").replaceAll(/\s/gu, "");
}

function partOf(bytes: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("error", reject).on("end", () => reject(new Error(`${name} is not in the file`))).on("entry", (entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault);
          const parts: Buffer[] = [];
          stream.on("data", (part: Buffer) => parts.push(part)).on("error", reject).on("end", () => resolve(Buffer.concat(parts).toString()));
        });
      });
      zip.readEntry();
    });
  });
}
