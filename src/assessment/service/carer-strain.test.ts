import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { answersOf, ASSESSMENT_CAPABILITIES, givenAssessment, instrumentOf } from "../testing.ts";
import { CARER_SCALE, carerStrain } from "./carer-strain.ts";

const t = testDatabase();

test("the latest scored strain since a day; who left too much blank, or was asked before, is absent", async () => {
  const session = sessionOf(anActor({ capabilities: ASSESSMENT_CAPABILITIES }), t);
  const [asked, blank, before] = [await givenPerson(session), await givenPerson(session), await givenPerson(session)];
  const level = (at: number) => answersOf(instrumentOf(CARER_SCALE), (values) => values[at]!);
  await givenAssessment(session, asked, { instrumentId: CARER_SCALE, assessedOn: "2026-03-01", answers: level(3) });
  await givenAssessment(session, asked, { instrumentId: CARER_SCALE, assessedOn: "2026-10-01", answers: level(1) });
  await givenAssessment(session, blank, { instrumentId: CARER_SCALE, assessedOn: "2026-10-01", answers: { i1: 3 } });
  await givenAssessment(session, before, { instrumentId: CARER_SCALE, assessedOn: "2026-01-05", answers: level(3) });
  const strain = await session.read((tx) => carerStrain(tx, session.actor.orgId, [asked, blank, before], "2026-02-01"));
  expect([...strain]).toEqual([[asked, { total: 10, version: 1, onDay: "2026-10-01", band: "some" }]]);
});
