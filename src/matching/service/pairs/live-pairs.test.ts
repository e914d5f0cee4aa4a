import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { adoptPolicy } from "#volunteering/service/programmes/adopt-policy.ts";
import { grantExemption } from "#volunteering/service/pathway/grant-exemption.ts";
import { recordEvidence } from "#volunteering/service/pathway/record-evidence.ts";
import { friendPolicy, requirement } from "#volunteering/model/pathway/default-policy.ts";
import { givenVolunteer } from "#volunteering/testing.ts";
import { givenTown, RIGHTS } from "../../testing.ts";
import { insertPair, insertPairEvent, readPairs } from "../../store/pairs.ts";
import { listPairs } from "./list-pairs.ts";
import { listSuspendedPairs, livePairs } from "./live-pairs.ts";
import { showPair } from "./show-pair.ts";

const t = testDatabase();

test("a check that runs out suspends the pair the day after, an exemption carries it to its last day, a new check ends it", async () => {
  const actor = anActor({ capabilities: RIGHTS });
  const at = (on: string) => sessionOf(actor, t, { now: new Date(`${on}T02:00:00Z`) });
  const first = at("2026-11-01");
  const { programmeId, residentIds: [residentId] } = await givenTown(first, { residents: ["周思佳"], volunteers: [] });
  const rules = [requirement("application", "application", "approval"), requirement("training", "training", "approval", { needed: 3 }), requirement("screening", "screening", "approval", { validDays: 20, exemptable: true }), requirement("appraisal", "appraisal", "placement")];
  await adoptPolicy(first, { programmeId, effectiveOn: "2026-11-02", grandfathering: "none", graceDays: null, unknownAge: "ask", ageBands: [...friendPolicy("2026-11-02").ageBands], requirements: rules as never, note: "" });
  const volunteerId = await givenVolunteer(at("2026-11-02"), programmeId, "service_team", "何雨欣");
  const { rows: [{ person_id: helperId } = { person_id: "" }] } = await t.owner.query<{ person_id: string }>("select person_id from volunteering.volunteers where id = $1", [volunteerId]);
  const pairId = await first.write("given", null, async (tx) => {
    const id = await insertPair(tx, actor.orgId, { programmeId, residentId: residentId!, helperId, roundId: null, replacesId: null, rhythmDays: 7, safetyNote: "", meetingPlace: "" });
    for (const [index, event] of ([{ kind: "proposed", on: "2026-11-02" }, { kind: "activated", on: "2026-11-02" }] as const).entries()) await insertPairEvent(tx, actor.orgId, id, { seq: index + 1, event, words: "", recordedBy: actor.accountId, recordedByName: actor.name });
    return id;
  });
  const liveOn = (on: string) => at(on).read(async (tx) => (await livePairs(tx, actor.orgId, await readPairs(tx, actor.orgId, { ids: [pairId] }, on), on)).get(pairId));
  const lastOn = addDays("2026-11-02", 20);
  expect(await liveOn(lastOn)).toBe("active");
  expect(await listSuspendedPairs(at(lastOn))).toEqual([]);
  const after = at(addDays(lastOn, 1));
  expect(await listSuspendedPairs(after)).toMatchObject([{ pairId, residentName: "周思佳", helperName: "何雨欣" }]);
  expect((await listPairs(after, "running")).pairs).toMatchObject([{ id: pairId, live: "suspended" }]);
  expect(await showPair(after, pairId)).toMatchObject({ state: "active", live: "suspended" });
  await grantExemption(after, { volunteerId, requirement: "screening", untilOn: addDays(lastOn, 10), reason: "已预约办理新的证明" });
  expect([await liveOn(addDays(lastOn, 1)), await liveOn(addDays(lastOn, 10)), await liveOn(addDays(lastOn, 11))]).toEqual(["active", "active", "suspended"]);
  await recordEvidence(at(addDays(lastOn, 11)), { volunteerId, requirement: "screening", on: addDays(lastOn, 11), result: "met", quantity: 1, reason: "" });
  expect(await liveOn(addDays(lastOn, 11))).toBe("active");
  expect(await listSuspendedPairs(sessionOf(anActor({ orgId: actor.orgId }), t))).toEqual([]);
});
