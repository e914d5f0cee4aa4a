import { expect, test } from "vitest";
import { recordConsents, setLanguages } from "#people/index.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { anAttempt, givenRoundOf, givenTeam } from "../../testing.ts";
import { listDueAttempts } from "../rounds/list-due-attempts.ts";
import { listDuePeople } from "../rounds/list-due-people.ts";
import { listRoundMembers } from "../rounds/list-round-members.ts";
import { logAttempt } from "./log-attempt.ts";
import { showMember } from "./show-member.ts";

const t = testDatabase();

test("the file holds what it takes to reach somebody, and the reading is noted", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await team.supervisor.write("languages", null, (tx) => setLanguages(team.supervisor, tx, personId!, ["手语"]));
  const file = await showMember(team.li, { roundId, personId: personId! });
  expect(file).toMatchObject({ member: { workerName: "李敏" }, card: { name: "居民1", phones: [{ value: "13810000000" }] }, languages: ["手语"], proposedMode: "phone", contactRefused: false });
  const { rows } = await t.owner.query("select 1 from audit.entries where subject_id = $1 and action = 'outreach.member_read'", [personId]);
  expect(rows).toHaveLength(1);
});

test("whoever does not let their data be kept is shown without name, number or address", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await team.supervisor.write("consent", null, (tx) => recordConsents(team.supervisor, tx, [{ personId: personId!, purpose: "keep_data", state: "refused", capacity: "self", fromOn: "2026-11-21", channel: "phone" }]));
  expect(await showMember(team.li, { roundId, personId: personId! })).toMatchObject({ card: { phones: [], address: null } });
  expect((await listRoundMembers(team.li, roundId, {})).rows).toMatchObject([{ name: null }]);
  expect((await listDuePeople(team.li)).rows).toMatchObject([{ name: null, birthOn: null }]);
  expect(await listDueAttempts(team.li)).toEqual([]);
});

test("without consent to be contacted the numbers are not shown", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await team.supervisor.write("consent", null, (tx) => recordConsents(team.supervisor, tx, [{ personId: personId!, purpose: "contact", state: "withdrawn", capacity: "self", fromOn: "2026-11-21", channel: "phone" }]));
  expect(await showMember(team.li, { roundId, personId: personId! })).toMatchObject({ contactRefused: true, card: { phones: [] } });
});

test("whoever asked not to be contacted again has no number shown, until that turns out a mistake", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await logAttempt(team.li, anAttempt(roundId, personId!, { outcome: "refused_for_good" }));
  expect(await showMember(team.li, { roundId, personId: personId! })).toMatchObject({ contactRefused: true, card: { phones: [] } });
  await logAttempt(team.li, anAttempt(roundId, personId!, { outcome: "no_answer", corrects: 1 }));
  expect(await showMember(team.li, { roundId, personId: personId! })).toMatchObject({ contactRefused: false, card: { phones: [{ value: "13810000000" }] } });
});
