/**
 * What a change on the day costs: one team of a planned day drops out before it sets out, and the rest is planned anew with as few moves as
 * possible. One line a size; milliseconds of the clock and of the processor, in the thread that works it out. Every plan passes the checker.
 * Usage: `node bench/rounds/replan.ts`.
 */
import { DEFAULT_RULES, STAY } from "../../src/routing/model/plan.ts";
import { ASKS_NOTHING, type Day } from "../../src/routing/model/day/day.ts";
import { keptAt, openOrders } from "../../src/routing/model/day/replan.ts";
import { replanDay, solveDay } from "../../src/routing/model/day/solve-day.ts";

const MODES = ["foot", "bicycle", "car"] as const;
const ASKED_AT = 8 * 60 + 50;

console.log("| visits | teams | where two must come | planned anew ms | processor ms | left over before | after |\n|--:|--:|--:|--:|--:|--:|--:|");
for (const [visits, teams, pairs] of [[12, 3, 0], [40, 5, 0], [40, 5, 4], [120, 12, 0], [120, 12, 10], [120, 12, 40]] as const) {
  const day = aDay(visits, teams, pairs);
  const before = solveDay(day, 1);
  const begun = keptAt(before, ASKED_AT, { teamId: "team 0", stops: "begun" });
  const [began, cpu] = [performance.now(), process.threadCpuUsage()];
  const after = replanDay({ ...day, begun, teams: day.teams.map((team) => (team.id === "team 0" ? { ...team, out: true } : team)) }, { orders: openOrders(before, begun), ...STAY.few }, 1);
  const [clock, { user, system }] = [performance.now() - began, process.threadCpuUsage(cpu)];
  console.log(`| ${[visits, teams, pairs, clock.toFixed(0), ((user + system) / 1000).toFixed(0), before.left.length, after.left.length].join(" | ")} |`);
}

/** A made-up day on five kilometres square; one visit in five has hours of its own. */
function aDay(visits: number, teams: number, pairs: number): Day {
  let seed = 7;
  const chance = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return {
    start: { lon: 102.7, lat: 25.04 }, rules: DEFAULT_RULES, begun: null,
    teams: Array.from({ length: teams }, (_, i) => ({
      id: `team ${i}`, members: [{ key: `staff:${i}`, sex: null, languages: [], skills: [] }], out: false, mode: MODES[i % 3]!, from: 540, until: 1050, lunch: { minutes: 60, from: 690, until: 840 },
    })),
    visits: Array.from({ length: visits }, (_, i) => ({
      personId: `person ${i}`, at: { lon: 102.7 + (chance() - 0.5) * 0.05, lat: 25.04 + (chance() - 0.5) * 0.05 }, minutes: 30, from: chance() < 0.2 ? 600 : null, until: chance() < 0.2 ? 900 : null,
      people: i < pairs ? 2 : 1, weight: 1 + Math.floor(chance() * 3), lockedTo: null, asks: ASKS_NOTHING, barred: false,
    })),
  };
}
