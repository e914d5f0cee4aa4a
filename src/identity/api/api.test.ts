import { beforeAll, expect, test } from "vitest";
import type { Session } from "../../platform/db/session.ts";
import { createApi, problemResponse } from "../../platform/http/api.ts";
import { testDatabase } from "../../platform/testing/database.ts";
import { createAccessToken } from "../service/tokens/create-access-token.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../testing.ts";
import { api } from "./index.ts";

const t = testDatabase();
let admin: Session;
let worker: Session;
beforeAll(async () => {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  admin = (await givenSignedIn(ground, await givenMember(ground, orgId, "admin", { name: "周敏" }), orgId)).session;
  worker = (await givenSignedIn(ground, await givenMember(ground, orgId, "worker", { name: "林晓禾", login: "lin@example.org" }), orgId)).session;
});

const ask = (session: Session | null, path: string, init: RequestInit = {}) => {
  const app = createApi();
  app.use(async (c, next) => { c.set("session", session); await next(); });
  app.route("/", api);
  app.onError((error) => problemResponse(error, "1", (reason) => reason));
  return app.request(path, init);
};

test("one learns who one is; a stranger learns nothing", async () => {
  expect(await (await ask(worker, "/me")).json()).toMatchObject({ name: "林晓禾", role: "worker", strong: true });
  const refused = await ask(null, "/me");
  expect([refused.status, (await refused.json()).type]).toEqual([401, "/problems/access.sign_in"]);
});

test("members and roles are for who keeps accounts, without logins", async () => {
  const members = await (await ask(admin, "/members?role=worker")).json();
  expect(members).toMatchObject({ rows: [{ name: "林晓禾", role: "worker" }], next: null });
  expect(JSON.stringify(members)).not.toContain("lin@example.org");
  expect((await (await ask(admin, "/roles")).json()).rows).toHaveLength(6);
  for (const path of ["/members", "/roles"]) expect((await ask(worker, path)).status).toBe(403);
  expect((await ask(admin, "/members?after=nonsense")).status).toBe(422);
});

test("one's own tokens are listed without their secrets and revoked; a colleague's are not found", async () => {
  const { id, token } = await createAccessToken(worker, { name: "同步", scopes: ["people.read"], lifetimeDays: 30 });
  const listed = await (await ask(worker, "/me/access-tokens")).text();
  expect(listed).toContain(id);
  expect(listed).not.toContain(token.slice(6));
  expect((await ask(admin, `/me/access-tokens/${id}`, { method: "DELETE" })).status).toBe(404);
  expect((await ask(worker, `/me/access-tokens/${id}`, { method: "DELETE" })).status).toBe(204);
  expect((await ask(worker, "/me/access-tokens/not-an-id", { method: "DELETE" })).status).toBe(422);
});
