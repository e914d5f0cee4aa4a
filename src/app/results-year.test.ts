import { expect, test } from "vitest";
import { listAssessments } from "#assessment/service/list-assessments.ts";
import { answersOf, givenAssessment, instrumentOf } from "#assessment/testing.ts";
import { changeNames, changeNeedStatus, listNames } from "#casework/index.ts";
import { countNeeds } from "#casework/service/count-needs.ts";
import { givenCase, givenNeed } from "#casework/testing.ts";
import { countKept } from "#employment/service/count-kept.ts";
import { givenJob, givenOpening } from "#employment/testing.ts";
import { countEncounters } from "#encounters/service/list-encounters.ts";
import { listResultRows } from "#insights/service/results/list-result-rows.ts";
import { showResults } from "#insights/service/results/show-results.ts";
import { givenCarer, givenRespite, givenStrain, RESULT_CAPABILITIES } from "#insights/testing.ts";
import { CATEGORIES, MEASURES, type Category, type Measure } from "#insights/model/results/units.ts";
import { addDays, addMonths } from "#kernel/calendar.ts";
import { givenPerson } from "#people/testing.ts";
import { rateGoal, showPlan } from "#planning/index.ts";
import { listPlans } from "#planning/service/plans/list-plans.ts";
import { givenSettledPlan } from "#planning/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";

const t = testDatabase();
const PEOPLE = 18;

/** A year of made-up work: eighteen people in two programmes and in none, each with a need, some with plans, scores, jobs and carers. */
async function givenYear() {
  const actor = anActor({ capabilities: [...RESULT_CAPABILITIES, "cases.supervise"] });
  const at = (day: string) => sessionOf(actor, t, { now: new Date(`${day}T02:00:00Z`) });
  const session = at("2026-11-22");
  for (const name of ["社区老友", "就业起步"]) await changeNames(session, { intent: "add_programme", name });
  const { programmes } = await listNames(session);
  const planIds: string[] = [];
  for (let nth = 0; nth < PEOPLE; nth++) {
    const personId = await givenPerson(session, { name: `居民${nth}`, birthOn: `${1945 + nth * 3}-05-01` });
    const programmeId = programmes[nth % 3]?.id;
    const caseId = nth % 3 === 2 && nth % 2 === 0 ? null : await givenCase(session, personId, { openedOn: addDays("2026-02-01", nth), ...(programmeId && { programmeId }) });
    await givenNeed(session, personId, { heardOn: addDays("2026-02-01", nth) });
    const needId = await givenNeed(session, personId, { code: "work.job", heardOn: addDays("2026-03-01", nth) });
    if (nth % 4 !== 3) await changeNeedStatus(session, { needId: needId as never, version: 1, status: nth % 4 === 2 ? "unmet" : "met", on: addDays("2026-06-01", nth), note: "看过了" });
    if (nth % 2 === 0) {
      const { planId, goalId } = await givenSettledPlan(session, personId, caseId === null ? {} : { caseId });
      planIds.push(planId);
      if (nth % 6 !== 4) await rateGoal(session, { planId, goalId, level: (nth % 5) - 2, on: session.today, note: "" } as never);
    }
    for (let time = 0; time < nth % 4; time++) await givenAssessment(session, personId, { instrumentId: "who5", assessedOn: addDays("2026-02-01", time * 60), answers: answersOf(instrumentOf("who5"), (values, item) => values[(item + nth + time) % 6]!) });
    if (nth % 5 === 0) await givenJob(session, personId, (await givenOpening(session)).openingId, addMonths(session.today, -(nth % 7) - 1), caseId);
    if (nth % 3 === 0) {
      const carerId = await givenCarer(session, personId, `家人${nth}`);
      for (let time = 0; time < nth % 4; time++) await givenStrain(session, carerId, addDays("2026-03-01", time * 50), (3 - time) % 4);
      await givenRespite(session, personId, addDays("2026-10-01", nth), 60 + nth * 10);
    }
  }
  return { session, planIds };
}

test("a year: figures equal the lists of the slices, the sum of lines, and the rows they open to", async () => {
  const { session, planIds } = await givenYear();
  const shown = await showResults(session, {});
  const table = (measure: Measure) => shown.tables.find((one) => one.measure === measure)!;
  const total = (measure: Measure, category?: Category) => table(measure).rows.at(-1)!.cells[category ? (CATEGORIES[measure] as readonly string[]).indexOf(category) : CATEGORIES[measure].length]!;

  const plans = await Promise.all(planIds.map((planId) => showPlan(session, planId)));
  const scored = plans.flatMap(({ attainment }) => (attainment.now === null ? [] : [attainment.now]));
  expect(total("plans")).toBe((await listPlans(session, "all")).rows.length);
  expect(total("plans", "reached")).toBe(scored.filter((score) => score >= 50).length);
  expect(total("plans", "unrated")).toBe(plans.length - scored.length);
  expect(table("plans").rows.at(-1)!.sum).toBeCloseTo(scored.reduce((sum, score) => sum + score, 0) / scored.length, 9);
  expect(total("goals", "attained")).toBe(plans.flatMap(({ ratings }) => ratings).filter(({ level }) => level >= 0).length);

  const met = await countNeeds(session, { standing: "met" });
  const sumOf = (cells: typeof met) => cells.filter((cell) => cell.code === null && cell.topic === null && cell.population === null && cell.communityId === null).reduce((sum, { needs }) => sum + needs, 0);
  expect(total("needs", "met")).toBe(sumOf(met));
  expect(total("needs")).toBe(PEOPLE * 2);

  const { rows: assessed } = await listAssessments(session, { view: "recent", limit: 500 });
  expect(total("scores")).toBe(Map.groupBy(assessed, ({ personId, instrumentId }) => personId + instrumentId).size);
  expect(total("scores", "once")).toBe([...Map.groupBy(assessed, ({ personId, instrumentId }) => personId + instrumentId).values()].filter(({ length }) => length === 1).length);

  const { figures } = await countKept(session, null);
  expect(total("jobs", "kept")).toBe(figures.flatMap(({ months }) => Object.values(months)).reduce((sum, { kept }) => sum + kept, 0));
  const respite = await countEncounters(session, { topic: "relief", from: shown.span.from, to: shown.span.to });
  expect([total("relief", "respite"), table("relief").rows.at(-1)!.sum]).toEqual([respite.sessions, respite.minutes]);

  for (const measure of MEASURES) for (const [index, category] of CATEGORIES[measure].entries()) {
    const { rows } = table(measure);
    expect(rows.slice(0, -1).reduce((sum, { cells }) => sum + cells[index]!, 0)).toBe(rows.at(-1)!.cells[index]);
    for (const { line, cells } of rows) expect((await listResultRows(session, { measure, category, ...(line && { programme: line.programmeId ?? "none", population: line.population }) }, { limit: 1 })).count).toBe(cells[index]);
  }
  console.log(`results of a year: ${MEASURES.map((measure) => `${measure} ${table(measure).rows.at(-1)!.cells.join("/")}`).join(", ")}`);
}, 180_000);
