import fc from "fast-check";
import { expect, test } from "vitest";
import { countReturn, type ServiceLine } from "./monthly-return.ts";
import { populationOf } from "./population.ts";

const month = { from: "2026-11-01", to: "2026-11-30" };
const line = (over: Partial<ServiceLine> = {}): ServiceLine => ({
  visitId: "v1", happenedOn: "2026-11-10", minutes: 90, residentId: "r1", helperId: "h1", communityId: "c1", birthOn: "2000-01-01", disabilityType: "5", carer: false, ...over,
});

test("sessions, person-times and persons are three different numbers", () => {
  const { total } = countReturn(month, { services: [line(), line({ visitId: "v2" }), line({ visitId: "v3", residentId: "r2" })], activities: [], pairs: [], needs: [] });
  expect(total).toMatchObject({ sessions: 3, personTimes: 3, persons: 2, volunteers: 1, volunteerMinutes: 270 });
});

test("a day outside the month does not count, its first and last day do", () => {
  const days = ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"];
  const { total } = countReturn(month, { services: days.map((happenedOn, index) => line({ visitId: String(index), happenedOn })), activities: [], pairs: [], needs: [] });
  expect(total.sessions).toBe(2);
});

test("pairs are counted by when they began and ended", () => {
  const pair = { residentId: "r", communityId: "c1", population: "disabled_young" as const };
  const { total } = countReturn(month, { services: [], activities: [], needs: [], pairs: [
    { ...pair, pairId: "1", beganOn: "2026-10-01", endedOn: null }, { ...pair, pairId: "2", beganOn: "2026-11-05", endedOn: "2026-11-20" },
    { ...pair, pairId: "3", beganOn: "2026-09-01", endedOn: "2026-10-20" }, { ...pair, pairId: "4", beganOn: null, endedOn: "2026-11-02" },
    { ...pair, pairId: "5", beganOn: "2026-12-05", endedOn: null },
  ] });
  expect(total).toMatchObject({ pairsActive: 1, pairsBegun: 1, pairsEnded: 1 });
});

test("whatever the facts, lines add up to the total in everything but different persons and volunteers", () => {
  const service = fc.record({ visit: fc.nat(30), resident: fc.nat(8), helper: fc.nat(5), community: fc.nat(3), minutes: fc.integer({ min: 5, max: 300 }) });
  fc.assert(fc.property(fc.array(service, { maxLength: 60 }), (drawn) => {
    const services = drawn.map(({ resident, helper, community, minutes }, index) =>
      line({ visitId: `v${index}`, residentId: `r${resident}`, helperId: `h${helper}`, communityId: `c${community}`, minutes }));
    const { lines, total } = countReturn(month, { services, activities: [], pairs: [], needs: [] });
    const sum = (figure: "sessions" | "personTimes" | "volunteerMinutes" | "persons") => lines.reduce((all, each) => all + each[figure], 0);
    expect([sum("sessions"), sum("personTimes"), sum("volunteerMinutes")]).toEqual([total.sessions, total.personTimes, total.volunteerMinutes]);
    expect(sum("persons")).toBeGreaterThanOrEqual(total.persons);
    expect(total.persons).toBe(new Set(services.map(({ residentId }) => residentId)).size);
  }));
});

test.each([
  [{ birthOn: "2012-01-01", disabilityType: "5", carer: false }, "child"], [{ birthOn: "2000-01-01", disabilityType: "5", carer: false }, "disabled_young"],
  [{ birthOn: "1960-01-01", disabilityType: "5", carer: false }, "disabled_adult"], [{ birthOn: "1950-01-01", disabilityType: null, carer: false }, "elder"],
  [{ birthOn: "1970-01-01", disabilityType: null, carer: true }, "carer"], [{ birthOn: null, disabilityType: null, carer: false }, "other"],
])("%o counts as %s", (person, population) => {
  expect(populationOf(person, "2026-11-10")).toBe(population);
});

test("a session with people of two communities is one session, and a resident who was visited too is one person", () => {
  const came = { source: "activity" as const, sessionId: "s1", happenedOn: "2026-11-12", minutes: 90, activity: "合唱", birthOn: "1950-01-01", disabilityType: null, carer: false };
  const { lines, total } = countReturn(month, { services: [line()], pairs: [], needs: [], activities: [
    { ...came, registrationId: "a", personId: "r1", communityId: "c1" }, { ...came, registrationId: "b", personId: "r9", communityId: "c2" },
  ] });
  expect(total).toMatchObject({ sessions: 2, personTimes: 3, persons: 2, volunteers: 1 });
  expect(lines.reduce((sum, { personTimes }) => sum + personTimes, 0)).toBe(3);
});
