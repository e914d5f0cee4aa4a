import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

export interface Mail { readonly from: string; readonly to: string[]; readonly text: string }

/** A mail server that keeps what it is given, until the test is over. */
export async function aMailServer(): Promise<{ url: string; mails: Mail[] }> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      let text = "";
      stream.on("data", (part: Buffer) => { text += part.toString(); });
      stream.on("end", () => {
        mails.push({ from: envelope.mailFrom ? envelope.mailFrom.address : "", to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  onTestFinished(() => new Promise<void>((resolve) => { server.close(() => resolve()); }));
  return { url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, mails };
}

/** What a mail says, without its head. */
export function bodyOf({ text }: Mail): string {
  return Buffer.from(text.slice(text.indexOf("\r\n\r\n")), /base64/i.test(text) ? "base64" : "utf8").toString();
}
