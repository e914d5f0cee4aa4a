import { Readable } from "node:stream";

/** A workbook to download; never kept by anybody on the way. */
export function workbookResponse(body: Buffer | Readable, name: string): Response {
  const stream = body instanceof Readable ? Readable.toWeb(body) as ReadableStream : new Uint8Array(body);
  return new Response(stream, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "cache-control": "no-store",
      "content-disposition": `attachment; filename="register.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
