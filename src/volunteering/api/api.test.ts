import { expect, test } from "vitest";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { callerOf } from "#platform/testing/api-caller.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "../testing.ts";
import { api } from "./index.ts";

const t = testDatabase();
const manager = () => sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.read", "people.write"] }), t);

const as = (session: Session | null) => callerOf(api, session);

test("the list, its counts and one standing come out, and nothing of a contact with them", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  const list = await (await as(session).get(`/volunteer-programmes/${programmeId}/volunteers?status=service_team`)).json();
  expect(list).toMatchObject({ counts: { all: 1, trained: 1 }, rows: [{ id: volunteerId, status: "service_team" }], next: null });
  const standing = await (await as(session).get(`/volunteers/${volunteerId}`)).text();
  expect(JSON.parse(standing)).toMatchObject({ volunteerId, status: "service_team", mayServe: false });
  expect(standing).not.toMatch(/phone|138\d{8}/);
  expect(await (await as(session).get(`/volunteer-programmes/${programmeId}/helpers`)).json()).toMatchObject([{ volunteerId, placement: "service_team", missing: ["agreement", "consent"] }]);
});

test("writes answer with where somebody stands, refusals as problems", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId);
  const { send } = as(session);
  const recorded = await send("POST", `/volunteers/${volunteerId}/evidence`, { requirement: "training", on: "2026-11-20", result: "met", quantity: 3 });
  expect([recorded.status, await recorded.json()]).toMatchObject([201, { status: "applicant" }]);
  const future = await send("POST", `/volunteers/${volunteerId}/evidence`, { requirement: "training", on: "2026-12-20", result: "met" });
  expect([future.status, await future.json()]).toMatchObject([422, { type: "/problems/volunteering.evidence_in_future" }]);
  expect((await send("POST", "/volunteer-appraisals", { volunteerIds: [volunteerId], outcome: "reserve" })).status).toBe(409);
  expect((await send("PUT", `/volunteers/${volunteerId}/availability`, { hours: [{ weekday: 6, from: "09:00", to: "11:00" }], version: 1 })).status).toBe(200);
  expect((await send("PUT", `/volunteers/${volunteerId}/availability`, { hours: [], version: 1 })).status).toBe(412);
  expect((await send("PUT", `/volunteers/${volunteerId}/availability`, { hours: [{ weekday: 8, from: "09:00", to: "11:00" }], version: 2 })).status).toBe(422);
});

test("a stranger is asked to sign in, the wrong role is refused, another organisation finds nothing", async () => {
  const session = manager();
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  expect((await as(null).get(`/volunteers/${volunteerId}`)).status).toBe(401);
  expect((await as(sessionOf(anActor({ capabilities: ["visits.own"], orgId: session.actor.orgId }), t)).get(`/volunteers/${volunteerId}`)).status).toBe(403);
  expect((await as(manager()).get(`/volunteers/${volunteerId}`)).status).toBe(404);
  const reader = sessionOf(anActor({ capabilities: ["volunteers.read"], orgId: session.actor.orgId }), t);
  expect((await as(reader).send("POST", `/volunteers/${volunteerId}/removal`, { reason: "x" })).status).toBe(403);
});

test("every endpoint is in the document with its policy", () => {
  const operations = Object.values(as(null).document().paths ?? {}).flatMap((path) => Object.values(path as object));
  expect(operations).toHaveLength(10);
  expect(operations.every((operation) => "x-policy" in operation)).toBe(true);
});
