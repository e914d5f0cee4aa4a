import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../../testing.ts";
import { resolveSession } from "../sessions/resolve-session.ts";
import { beginOidc, oidcCallback } from "./begin-oidc.ts";
import { finishOidc } from "./finish-oidc.ts";
import { readOidcSettings, type OidcSettings } from "./oidc-provider.ts";

const t = testDatabase();
const origin = "http://localhost:3999";
const place = () => ({ ...testGround(t), db: t.db, origin });
let server: Server;
let settings: OidcSettings;
/** What the provider says of each person, by the name they sign in there with. */
const people: Record<string, { email?: string; email_verified?: boolean; amr?: string[] }> = {};

beforeAll(async () => {
  server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "linli", client_secret: "a-secret-of-the-test", redirect_uris: [oidcCallback(origin)], token_endpoint_auth_method: "client_secret_post" }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: [] },
    conformIdTokenClaims: false,
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
  });
  server.on("request", provider.callback());
  settings = readOidcSettings({ LINLI_OIDC_ISSUER: issuer, LINLI_OIDC_CLIENT_ID: "linli", LINLI_OIDC_CLIENT_SECRET: "a-secret-of-the-test" })!;
});
afterAll(() => { server.close(); server.closeAllConnections(); });

/** A browser at the provider: follows its pages, signs in as a person and agrees; answers the query it is sent back with. */
async function browse(start: string, person: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let init: RequestInit = {};
  for (let step = 0; step < 20; step++) {
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers as Record<string, string>, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) jar.set(name!, value); else jar.delete(name!);
    }
    const location = response.headers.get("location");
    if (location?.startsWith(origin)) return new URL(location).search;
    init = {};
    if (location) { url = new URL(location, url).href; continue; }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`An unexpected page of the provider: ${page.slice(0, 400)}`);
    url = new URL(action, url).href;
    init = { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ prompt, login: person, password: "any" }).toString() };
  }
  throw new Error("The provider never sent the browser back.");
}

async function signInThere(person: string, sessionToken: string | null = null) {
  const ground = place();
  const { url, token } = await beginOidc(ground, settings, { next: "/people", sessionToken });
  const { session, next } = await finishOidc(ground, settings, { search: await browse(url, person), token });
  return { token: session?.token ?? "", next };
}

test("a person of the provider whose verified address is a login here is let in, and known by the provider's own id from then on", async () => {
  const ground = place();
  const orgId = await givenOrganization(ground);
  await givenMember(ground, orgId, "clerk", { login: "clerk@example.org", name: "周明" });
  people.zhou = { email: "Clerk@example.org", email_verified: true };
  const first = await signInThere("zhou");
  expect(first.next).toBe("/people");
  expect((await resolveSession(ground, first.token))?.session?.actor).toMatchObject({ name: "周明", role: "clerk", strong: false });
  people.zhou = {};
  expect((await resolveSession(ground, (await signInThere("zhou")).token))?.session?.actor.name).toBe("周明");
});

test("an address the provider has not verified opens nothing", async () => {
  const ground = place();
  await givenMember(ground, await givenOrganization(ground), "clerk", { login: "victim@example.org" });
  people.mallory = { email: "victim@example.org", email_verified: false };
  await expect(signInThere("mallory")).rejects.toMatchObject({ reason: "identity.oidc_unknown" });
});

test("somebody signed in joins the provider to their account; the same person cannot stand for two accounts", async () => {
  const ground = place();
  const orgId = await givenOrganization(ground);
  const [one, other] = [await givenMember(ground, orgId, "clerk", { name: "甲" }), await givenMember(ground, orgId, "clerk", { name: "乙" })];
  expect((await signInThere("li", (await givenSignedIn(ground, one, orgId)).token)).token).toBe("");
  expect((await resolveSession(ground, (await signInThere("li")).token))?.signedIn?.name).toBe("甲");
  const { token } = await givenSignedIn(ground, other, orgId);
  await expect(signInThere("li", token)).rejects.toMatchObject({ reason: "identity.oidc_taken" });
});

test("a worker who came by the provider still shows a second factor here", async () => {
  const ground = place();
  await givenMember(ground, await givenOrganization(ground), "worker", { login: "worker@example.org" });
  people.wang = { email: "worker@example.org", email_verified: true };
  expect(await resolveSession(ground, (await signInThere("wang")).token)).toMatchObject({ session: null, pending: "second_factor_setup" });
});

test("an answer is taken once, with its own cookie, and only with the state it was asked with", async () => {
  const ground = place();
  const { url, token } = await beginOidc(ground, settings, { next: "/" });
  const search = await browse(url, "zhou");
  const foreign = await beginOidc(ground, settings, { next: "/" });
  await expect(finishOidc(ground, settings, { search, token: foreign.token })).rejects.toMatchObject({ reason: "identity.oidc_refused" });
  await expect(finishOidc(ground, settings, { search, token: null })).rejects.toMatchObject({ reason: "identity.oidc_expired" });
  await finishOidc(ground, settings, { search, token });
  await expect(finishOidc(ground, settings, { search, token })).rejects.toMatchObject({ reason: "identity.oidc_expired" });
});

test("a provider that does not answer is said to be unreachable", async () => {
  await expect(beginOidc(place(), { ...settings, issuer: "http://127.0.0.1:9" }, { next: "/" })).rejects.toMatchObject({ kind: "unavailable" });
});

test("without settings there is no provider", () => {
  expect(readOidcSettings({})).toBeNull();
});
