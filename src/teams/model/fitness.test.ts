import fc from "fast-check";
import { expect, test } from "vitest";
import { decideServing, fitnessOf, type PolicyView } from "./fitness.ts";

const view = (status: PolicyView["status"], mayServe = false): PolicyView => ({ status, mayServe });

test("who may serve somewhere is fit; who served and no longer may is barred; who only began is not", () => {
  expect(fitnessOf([])).toBe("none");
  expect(fitnessOf([view("lapsed"), view("service_team", true)])).toBe("fit");
  for (const status of ["lapsed", "removed", "service_team"] as const) expect(fitnessOf([view("applicant"), view(status)])).toBe("barred");
  for (const status of ["prospect", "applicant", "approved", "reserve"] as const) expect(fitnessOf([view(status)])).toBe("begun");
});

test("only who is barred gets no turn, and one programme in which they may serve always lifts it", () => {
  const status = fc.constantFrom<PolicyView["status"]>("prospect", "applicant", "approved", "service_team", "reserve", "lapsed", "removed");
  fc.assert(fc.property(fc.array(fc.record({ status, mayServe: fc.boolean() })), (views) => {
    expect(decideServing(fitnessOf(views)).allowed).toBe(fitnessOf(views) !== "barred");
    expect(fitnessOf([...views, view("service_team", true)])).toBe("fit");
  }));
});
