import { fromBuffer } from "yauzl";
import type { Answer } from "./site.ts";

/** Everything an answer says: its body, its headers; of a workbook what is inside. */
export async function plainText({ headers, body }: Answer): Promise<string> {
  const said = [...headers].map(([name, value]) => `${name}: ${safeDecode(value)}`).join("\n");
  const zipped = body.subarray(0, 2).toString("latin1") === "PK";
  return `${said}\n${zipped ? (await unzip(body)).join("\n") : body.toString()}`;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function unzip(body: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(body, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const texts: string[] = [];
      zip.on("end", () => resolve(texts)).on("error", reject);
      zip.on("entry", (entry) => zip.openReadStream(entry, (fault, stream) => {
        if (fault) return reject(fault);
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part)).on("error", reject).on("end", () => { texts.push(Buffer.concat(parts).toString()); zip.readEntry(); });
      }));
      zip.readEntry();
    });
  });
}
