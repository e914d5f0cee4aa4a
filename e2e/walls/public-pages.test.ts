import { beforeAll, expect, test } from "vitest";
import { pages } from "#app/pages.ts";
import { routeId } from "#platform/web/page-route.ts";
import { addressOf } from "./addresses.ts";
import { site } from "./site.ts";
import { buildTown, type Town } from "./town.ts";

const here = site();
const own: { town?: Town; plain: ReadonlySet<string> } = { plain: new Set() };

beforeAll(async () => {
  own.town = await buildTown(here, { word: "甲地", characters: "鹮鹳", slug: "jiadi", phone: "13812347391", residentId: "11010119900307293X" });
  own.plain = new Set(Object.entries(here.build.routes).filter(([, route]) => (route?.module as { handle?: { plain?: boolean } } | undefined)?.handle?.plain).map(([id]) => id));
}, 600_000);

test("pages declared plain send no script, inline or fetched, and ask for none ahead", async () => {
  const plain = pages.filter((page) => own.plain.has(routeId(page)));
  expect(plain.length, "no page is plain any more").toBeGreaterThan(5);
  const wrong: string[] = [];
  for (const { path: pattern } of plain) {
    const { path } = await addressOf(here.t.owner, pattern, own.town!);
    const { status, headers, body } = await here.ask(path);
    if (!(headers.get("content-type") ?? "").includes("text/html")) { if (status >= 400) wrong.push(`/${pattern}: ${status}`); continue; }
    const found = body.toString().match(/<script\b[^>]*>|<link[^>]*modulepreload[^>]*>|\son[a-z]+="|javascript:/gi);
    if (found) wrong.push(`/${pattern}: ${found.slice(0, 3).join(" ")}`);
  }
  expect(wrong).toEqual([]);
});

test("what anyone may open for help or to join is plain", () => {
  const scripted = pages.filter((page) => /^(help|about|join)(\/|$)/.test(page.path) && !own.plain.has(routeId(page)));
  expect(scripted.map(({ path }) => path)).toEqual([]);
});

test("no page asks another host for anything", async () => {
  const foreign: string[] = [];
  for (const page of pages.filter(({ policy }) => policy.kind === "public")) {
    const { path } = await addressOf(here.t.owner, page.path, own.town!);
    const { body } = await here.ask(path);
    for (const [, link] of body.toString().matchAll(/(?:src|href|action)="((?:https?:)?\/\/[^"]*)"/g)) if (!link!.startsWith("http://localhost")) foreign.push(`${path} ${link}`);
  }
  expect(foreign).toEqual([]);
});

test("what is too large is refused before it is read: 200 MB of anybody, more than words of a stranger", async () => {
  const send = (path: string, bytes: number, cookie?: string) => here.ask(path, { method: "POST", cookie: cookie ?? null, headers: { "content-length": String(bytes), "content-type": "multipart/form-data; boundary=x" }, raw: "x" });
  const { worker } = own.town!.cookies;
  expect((await send("/register", 200 * 1024 * 1024, worker)).status).toBe(413);
  expect((await send("/help/jiadi", 5_000_000)).status).toBe(413);
  expect((await send("/register", 5_000_000, worker)).status).toBeLessThan(500);
  expect((await send("/api/v1/people", 200 * 1024 * 1024, worker)).headers.get("content-type")).toContain("application/problem+json");
});
