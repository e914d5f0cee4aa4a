import { expect, test } from "vitest";
import { noticeMailer, readMailSettings } from "./mail-notice.ts";
import { aMailServer, bodyOf } from "./testing/mail-server.ts";

const letter = { orgId: "o", id: "5d3f", topic: "notice", payload: { accountIds: ["a", "b"], link: "/concerns/7" } };

test("everybody with an address gets a mail of their own that leads to the place and says nothing more", async () => {
  const { url, mails } = await aMailServer();
  const carry = noticeMailer({ url, from: "linli@example.org" }, () => "https://linli.example.org", async (_, ids) => ids.map((id) => `${id}@example.org`));
  await carry(letter);
  expect(mails.map(({ from, to }) => ({ from, to }))).toEqual([{ from: "linli@example.org", to: ["a@example.org"] }, { from: "linli@example.org", to: ["b@example.org"] }]);
  expect(mails[0]!.text).toMatch(/^Message-ID: <5d3f\.0@linli>/m);
  expect(bodyOf(mails[0]!)).toContain("https://linli.example.org/concerns/7");
});

test("a server that does not answer is an error, so that the letter is tried again; without a server nothing is sent", async () => {
  await expect(noticeMailer({ url: "smtp://127.0.0.1:1", from: "l@example.org" }, () => "", async () => ["a@example.org"])(letter)).rejects.toThrow();
  await noticeMailer(readMailSettings({}), () => "", async () => { throw new Error("nobody should ask"); })(letter);
  expect(readMailSettings({ LINLI_SMTP_URL: "smtp://m" })).toMatchObject({ url: "smtp://m" });
});
