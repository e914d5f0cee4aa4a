import { Hono } from "hono";
import { expect, test } from "vitest";
import { contentSecurityPolicy, refuseForeignChanges } from "./security.ts";

const app = new Hono().use(refuseForeignChanges(() => "http://linli.test")).all("/", (c) => c.text("ok"));
app.onError((error, c) => c.text(error.message, 403));
const send = async (method: string, headers: Record<string, string>) => (await app.request("http://linli.test/", { method, headers })).status;

test.each([
  ["GET", {}, 200],
  ["POST", { "sec-fetch-site": "same-origin" }, 200],
  ["POST", { "sec-fetch-site": "cross-site" }, 403],
  ["POST", { "sec-fetch-site": "same-site" }, 403],
  ["POST", { origin: "http://linli.test" }, 200],
  ["POST", { origin: "http://evil.test" }, 403],
  ["POST", { referer: "http://linli.test/form" }, 200],
  ["POST", {}, 403],
  ["POST", { authorization: "Bearer x" }, 200],
])("%s with %o is answered %i", async (method, headers, status) => {
  expect(await send(method, headers as Record<string, string>)).toBe(status);
});

test("only scripts with the request's nonce may run", () => {
  expect(contentSecurityPolicy("abc")).toContain("script-src 'self' 'nonce-abc'");
});
