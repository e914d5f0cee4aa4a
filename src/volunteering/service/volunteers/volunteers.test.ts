import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { readAvailability } from "../../model/availability/read-availability.ts";
import { givenProgramme, givenServing, givenVolunteer, personOf } from "../../testing.ts";
import { recordEvidence } from "../pathway/record-evidence.ts";
import { addVolunteer } from "./add-volunteer.ts";
import { describeVolunteer } from "./describe-volunteer.ts";
import { listVolunteers } from "./list-volunteers.ts";
import { peopleOfProgramme } from "./people-of-programme.ts";
import { setAvailability } from "./set-availability.ts";
import { volunteersFound } from "./volunteers-found.ts";
import { showVolunteer } from "./show-volunteer.ts";

const t = testDatabase();
const CAPABILITIES = ["volunteers.read", "volunteers.manage", "people.read", "people.write"];
const manager = () => sessionOf(anActor({ capabilities: CAPABILITIES }), t);

test("the list is paged by keyset, and every volunteer stands on exactly one page", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  for (const name of ["甲", "乙", "丙", "丁", "戊"]) await givenVolunteer(session, programmeId, "applicant", name);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { page } = await listVolunteers(session, { programmeId, limit: 2, ...(after && { after }) });
    seen.push(...page.rows.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after);
  expect(seen.sort()).toEqual(["甲", "乙", "丙", "丁", "戊"].sort());
  await expect(listVolunteers(session, { programmeId, after: "nonsense" })).rejects.toMatchObject({ reason: "platform.cursor_unknown" });
});

test("filters narrow the page and leave the counts as they are", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const team = await givenVolunteer(session, programmeId, "service_team", "苏晴");
  await givenVolunteer(session, programmeId, "reserve", "周末");
  await givenVolunteer(session, programmeId, "applicant", "张三");
  await setAvailability(session, { volunteerId: team, hours: [...readAvailability("周六上午").hours], version: 1 });
  const names = async (filter: object) => (await listVolunteers(session, { programmeId, ...filter })).page.rows.map(({ name }) => name);
  expect(await names({ status: "reserve" })).toEqual(["周末"]);
  expect((await names({ state: "trained" })).sort()).toEqual(["周末", "苏晴"].sort());
  expect(await names({ weekday: 6 })).toEqual(["苏晴"]);
  expect(await names({ q: "suqing" })).toEqual(["苏晴"]);
  expect((await volunteersFound(session, { q: "sq", limit: 5 }, "zh"))?.lines).toEqual([{ to: `/volunteers/${team}`, title: "苏晴", detail: "社区老友 · 服务队" }]);
  expect(await names({ q: "张" })).toEqual(["张三"]);
  expect(await names({ on: "2026-11-21" })).toEqual((await names({})));
  const { counts } = await listVolunteers(session, { programmeId, status: "reserve" });
  expect(counts).toMatchObject({ all: 3, trained: 2, byStatus: { service_team: 1, reserve: 1, applicant: 1 } });
});

test("what ends within sixty days is told", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  expect((await listVolunteers(session, { programmeId })).counts.ending).toBe(0);
  await recordEvidence(session, { volunteerId, requirement: "agreement", on: session.today, result: "met", quantity: 1, lastValidOn: "2026-12-31", reason: "" });
  expect((await listVolunteers(session, { programmeId, state: "ending" })).page.rows).toMatchObject([{ firstEndOn: "2026-12-31", open: ["consent"] }]);
});

test("hours are replaced as a whole; a second hand is shown both sides", async () => {
  const session = manager();
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  const hours = [...readAvailability("周六上午、周日全天").hours];
  expect((await setAvailability(session, { volunteerId, hours, version: 1 })).hours).toEqual(hours);
  await expect(setAvailability(session, { volunteerId, hours: [], version: 1 })).rejects.toMatchObject({ status: 412, difference: { hours: { stored: hours, sent: [] } } });
  expect((await showVolunteer(session, volunteerId)).hours).toEqual(hours);
});

test("interests and languages stand with the person, the rest with the volunteer", async () => {
  const session = manager();
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  await describeVolunteer(session, { volunteerId, affiliation: "云南农业大学", subject: "社会工作", motivation: "", skills: ["手语"], interests: ["棋类"], languages: ["昆明话", "普通话"], capacity: 2, version: 1 });
  const file = await showVolunteer(session, volunteerId);
  expect(file.volunteer).toMatchObject({ affiliation: "云南农业大学", skills: ["手语"], capacity: 2, version: 2 });
  expect([file.interests, [...file.languages].sort()]).toEqual([["棋类"], ["昆明话", "普通话"].sort()]);
});

test("somebody known joins once", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const personId = await givenPerson(session, { name: "陈石" });
  const { id } = await addVolunteer(session, { programmeId, personId });
  await expect(addVolunteer(session, { programmeId, personId })).rejects.toMatchObject({ reason: "volunteering.already_in_programme" });
  expect((await listVolunteers(session, { programmeId })).page.rows).toMatchObject([{ id, personId, status: "applicant" }]);
});

test("opening a file is written down; nobody without the capability opens one", async () => {
  const session = manager();
  const volunteerId = await givenVolunteer(session, await givenProgramme(session));
  await showVolunteer(session, volunteerId);
  const { rows } = await t.owner.query("select count(*)::int as reads from audit.entries where org_id = $1 and action = 'volunteer.read' and subject_id = $2", [session.actor.orgId, volunteerId]);
  expect(rows[0].reads).toBe(1);
  await expect(showVolunteer(sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["visits.own"] }), t), volunteerId)).rejects.toMatchObject({ kind: "forbidden" });
});

test("volunteers by where they stand, for those who write to them", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const serving = await givenServing(session, programmeId, "苏晴");
  const waiting = await personOf(session, await givenVolunteer(session, programmeId, "reserve", "周末"));
  const of = (standing: "all" | "ready" | "reserve") => session.read((tx) => peopleOfProgramme(tx, session.actor.orgId, programmeId, standing, session.today));
  expect([new Set(await of("all")), await of("ready"), await of("reserve")]).toEqual([new Set([serving, waiting]), [serving], [waiting]]);
});
