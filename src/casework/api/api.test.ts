import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { callerOf } from "#platform/testing/api-caller.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { NEED_CAPABILITIES } from "../testing.ts";
import { api } from "./index.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);

const as = (session: Session | null) => callerOf(api, session);

test("a need is written down, listed, changed and counted", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const { get, post } = as(session);
  const recorded = await post(`/people/${personId}/needs`, { code: "company.friend", source: "client", words: "想有人一起打球", heardOn: "2026-11-20" });
  expect(recorded.status).toBe(201);
  const { needId } = await recorded.json() as { needId: string };
  expect(await (await get(`/people/${personId}/needs`)).json()).toMatchObject({ rows: [{ id: needId, status: "noted", priority: "soon", words: "想有人一起打球" }] });
  expect((await post(`/needs/${needId}/changes`, { status: "met", on: "2026-11-21", version: 1 })).status).toBe(200);
  expect((await post(`/needs/${needId}/changes`, { status: "answering", on: "2026-11-21", version: 1 })).status).toBe(412);
  expect((await post(`/needs/${needId}/changes`, { status: "answering", on: "2026-11-21" })).status).toBe(428);
  const { rows } = await (await get("/needs/counts?standing=met")).json() as { rows: unknown[] };
  expect(rows).toContainEqual({ code: null, topic: null, population: null, communityId: null, needs: 1, persons: 1, urgent: 0, met: 1 });
});

test("a stranger is asked to sign in, the wrong role is refused, another organisation finds nothing", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const need = { code: "company.friend", source: "client", heardOn: "2026-11-20" };
  expect((await as(null).get("/needs/counts")).status).toBe(401);
  expect((await as(sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t)).post(`/people/${personId}/needs`, need)).status).toBe(403);
  expect((await as(worker()).post(`/people/${personId}/needs`, need)).status).toBe(404);
  expect((await as(session).post(`/people/${personId}/needs`, { ...need, code: "no.such" })).status).toBe(422);
});
