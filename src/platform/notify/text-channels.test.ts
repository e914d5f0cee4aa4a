import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTextChannels } from "./text-channels.ts";

const got: { path: string | undefined; token: string | undefined; body: unknown }[] = [];
const gateway = createServer(async (request, response) => {
  got.push({ path: request.url, token: request.headers.authorization, body: await json(request) });
  response.writeHead(request.url === "/down" ? 503 : 200).end();
});
let origin = "";
beforeAll(async () => {
  gateway.listen(0, "127.0.0.1");
  await once(gateway, "listening");
  origin = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});
afterAll(() => { gateway.close(); });

const TEXT = { id: "letter.0", to: "13800000000", text: "明天 14:00 活动" };

test("a text goes to the gateway of each channel that is named, in its dialect", async () => {
  for (const channel of readTextChannels({ LINLI_SMS_URL: `${origin}/sms`, LINLI_SMS_TOKEN: "geheim", LINLI_WECOM_URL: `${origin}/wecom` })) await channel.send(TEXT);
  expect(got).toEqual([
    { path: "/sms", token: "Bearer geheim", body: TEXT },
    { path: "/wecom", token: undefined, body: { id: "letter.0", mobile: "13800000000", msgtype: "text", text: { content: TEXT.text } } },
  ]);
});

test("a gateway that is down throws, so that the letter is tried again", async () => {
  await expect(readTextChannels({ LINLI_SMS_URL: `${origin}/down` })[0]!.send(TEXT)).rejects.toThrow();
  expect(readTextChannels({})).toEqual([]);
});
