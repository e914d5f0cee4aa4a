import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { noticeMailer, readMailSettings } from "./mail-notice.ts";

interface Mail { readonly from: string; readonly to: string[]; readonly text: string }

/** A mail server that keeps what it is given. */
async function aMailServer(): Promise<{ url: string; mails: Mail[] }> {
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

const letter = { orgId: "o", id: "5d3f", topic: "notice", payload: { accountIds: ["a", "b"], link: "/concerns/7" } };

test("everybody with an address gets a mail of their own that leads to the place and says nothing more", async () => {
  const { url, mails } = await aMailServer();
  const carry = noticeMailer({ url, from: "linli@example.org" }, () => "https://linli.example.org", async (_, ids) => ids.map((id) => `${id}@example.org`));
  await carry(letter);
  expect(mails.map(({ from, to }) => ({ from, to }))).toEqual([{ from: "linli@example.org", to: ["a@example.org"] }, { from: "linli@example.org", to: ["b@example.org"] }]);
  expect(mails[0]!.text).toMatch(/^Message-ID: <5d3f\.0@linli>/m);
  const body = mails[0]!.text.slice(mails[0]!.text.indexOf("\r\n\r\n"));
  expect(Buffer.from(body, /base64/i.test(mails[0]!.text) ? "base64" : "utf8").toString()).toContain("https://linli.example.org/concerns/7");
});

test("a server that does not answer is an error, so that the letter is tried again; without a server nothing is sent", async () => {
  await expect(noticeMailer({ url: "smtp://127.0.0.1:1", from: "l@example.org" }, () => "", async () => ["a@example.org"])(letter)).rejects.toThrow();
  await noticeMailer(readMailSettings({}), () => "", async () => { throw new Error("nobody should ask"); })(letter);
  expect(readMailSettings({ LINLI_SMTP_URL: "smtp://m" })).toMatchObject({ url: "smtp://m" });
});
