import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { migrationFiles } from "#platform/db/migrate.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenTown, RIGHTS } from "../testing.ts";
import { beginRound } from "../service/rounds/begin-round.ts";
import { showRound } from "../service/rounds/show-round.ts";
import { exportRound } from "../service/rounds/export-round.ts";

const t = testDatabase();

/** The tables as they were before proposals stood in rows. */
const AS_BEFORE = `
  drop policy adopted_stays on matching.runs; drop table matching.proposals, matching.unmatched;
  alter table matching.runs drop column asked, drop column basis, drop column changes, drop column recruitment, drop column left_out, drop column adopted_at, add column proposals jsonb, add column unmatched jsonb;
  drop index matching.decisions_of_pair, matching.pairs_of_programme;
  alter table matching.rounds drop column purpose; alter table matching.wishes drop column avoid;`;

test("runs kept as one text before are read as rows, in today's words", async () => {
  const session = sessionOf(anActor({ capabilities: RIGHTS }), t);
  const { programmeId, residentIds: [first, second, third] } = await givenTown(session, { residents: ["周思佳", "陈国庆", "吴子涵"], volunteers: ["何雨欣", "孙琳"] });
  const { id: roundId } = await beginRound(session, { programmeId, startOn: "2026-11-23" });
  const { rows: helpers } = await t.owner.query<{ id: string }>("select person_id as id from matching.round_members where round_id = $1 and side = 'helper' order by 1", [roundId]);
  const [one, two] = helpers.map(({ id }) => id);
  const part = { part: "distance", score: 1, key: "same_community", params: {}, cost: 0 };
  const proposal = (residentId: string, helperId: string, alternative: object | null = null) => ({ residentId, helperId, cost: 1200, locked: false, parts: [part], alternative });
  const left = { residentId: third!, excluded: [{ key: "sex", params: { sex: "female" }, count: 2 }], suitableButFull: 1, change: null };
  await t.owner.query(AS_BEFORE);
  await t.owner.query(`update matching.rounds set rules = jsonb_set(rules - 'stability', '{weights}', (rules->'weights') - 'travel' - 'readiness' || '{"distance": 25}')`);
  const keep = (number: number, proposals: object[], unmatched: object[]) => t.owner.query(
    "insert into matching.runs (org_id, round_id, number, job_id, rules, pairs, cost, proven, solved_at, proposals, unmatched) select org_id, id, $2, $3, rules, $4, 1200, true, now(), $5, $6 from matching.rounds where id = $1",
    [roundId, number, randomUUID(), proposals.length, JSON.stringify(proposals), JSON.stringify(unmatched)]);
  await keep(1, [proposal(first!, one!)], []);
  await keep(2, [proposal(first!, one!, { helperId: two, effects: [{ kind: "less_fitting" }] }), proposal(second!, two!)], [left]);
  for (const { sql } of (await migrationFiles()).filter(({ name }) => name.startsWith("0081") || name.startsWith("0082"))) await t.owner.query(sql);

  const { run, counts, purpose, rules } = await showRound(session, roundId);
  expect(run).toMatchObject({ number: 2, pairs: 2, leftOut: 1, proposals: [{ residentId: first, came: null, alternative: { helperId: two } }, { residentId: second, alternative: null }] });
  expect(run!.proposals[0]!.parts).toMatchObject([{ part: "travel", key: "same_community" }]);
  expect(run!.unmatched).toMatchObject([{ residentId: third, suitableButFull: 1, excluded: [{ key: "sex", count: 2 }], change: null }]);
  expect(counts).toMatchObject({ total: 2, fresh: 1, left: 1 });
  expect([purpose, rules.weights.travel, rules.stability, rules.limits.travel]).toEqual(["befriending", 25, 3, null]);
  expect((await exportRound(session, roundId)).proposals).toHaveLength(2);
});
