import { expect, test } from "vitest";
import { friendPolicy, requirement } from "./default-policy.ts";
import type { Evidence, Fact } from "./fact.ts";
import { pathwayTimeline, volunteerStatus } from "./volunteer-status.ts";
import type { PolicyVersion } from "./requirement.ts";

const policy = friendPolicy("2026-01-01");
const ADULT = "1999-05-01";

let serial = 0;
function evidence(requirementKey: string, on: string, more: Partial<Evidence> = {}): Evidence {
  return { id: `e${++serial}`, kind: "evidence", requirement: requirementKey, on, result: "met", quantity: 1, ...more };
}

function statusOn(facts: readonly Fact[], on: string, versions: readonly PolicyVersion[] = [policy], birthOn: string | null = ADULT) {
  return volunteerStatus(versions, { birthOn, facts }, on);
}

const applied = evidence("application", "2026-03-01");
const trained = [evidence("training", "2026-03-05", { reference: "s1" }), evidence("training", "2026-03-12", { reference: "s2" }), evidence("training", "2026-03-19", { reference: "s3" })];
const screened = evidence("screening", "2026-03-10");
const approvedFacts = [applied, ...trained, screened];
const placed = evidence("appraisal", "2026-04-01", { placement: "service_team" });

test.each([
  ["2026-02-28", "prospect"], ["2026-03-01", "applicant"], ["2026-03-18", "applicant"],
  ["2026-03-19", "approved"], ["2026-03-31", "approved"], ["2026-04-01", "service_team"],
])("on %s the same file reads %s", (on, status) => {
  expect(statusOn([...approvedFacts, placed], on).status).toBe(status);
});

test("nobody meets anybody before agreement and consent, nor one day past the agreement's end", () => {
  const facts = [...approvedFacts, placed, evidence("agreement", "2026-04-02"), evidence("consent", "2026-04-02")];
  expect(statusOn(facts, "2026-04-01").mayServe).toBe(false);
  expect(statusOn(facts, "2026-04-02").mayServe).toBe(true);
  expect(statusOn(facts, "2027-04-02")).toMatchObject({ mayServe: true, firstEndOn: "2027-04-02" });
  expect(statusOn(facts, "2027-04-03")).toMatchObject({ status: "service_team", mayServe: false });
});

test("three sessions are three different sessions", () => {
  const twice = [applied, screened, ...trained.slice(0, 2), evidence("training", "2026-03-20", { reference: "s2" })];
  expect(statusOn(twice, "2026-03-20").status).toBe("applicant");
  expect(statusOn(twice, "2026-03-20").requirements.find(({ key }) => key === "training")).toMatchObject({ state: "missing", have: 2, needed: 3 });
});

test("an old list may prove three sessions in one row", () => {
  expect(statusOn([applied, screened, evidence("training", "2026-03-20", { quantity: 3 })], "2026-03-20").status).toBe("approved");
});

test("a check that runs out makes the status lapse the day after, and a renewal brings it back", () => {
  const facts = [...approvedFacts, placed, evidence("screening", "2026-03-10", { lastValidOn: "2026-06-30", supersedes: screened.id })];
  expect(statusOn(facts, "2026-06-30").status).toBe("service_team");
  expect(statusOn(facts, "2026-07-01")).toMatchObject({ status: "lapsed", since: "2026-07-01", trained: false });
  expect(statusOn([...facts, evidence("screening", "2026-07-15")], "2026-07-15")).toMatchObject({ status: "service_team", since: "2026-07-15" });
});

test("a live exemption stands in for evidence until its last day, where the policy allows one", () => {
  const exemption: Fact = { id: "x", kind: "exemption", requirement: "training", on: "2026-03-10", untilOn: "2026-05-31", reason: "社工师" };
  expect(statusOn([applied, screened, exemption], "2026-05-31").status).toBe("approved");
  expect(statusOn([applied, screened, exemption], "2026-06-01").status).toBe("lapsed");
  const notAllowed: Fact = { ...exemption, requirement: "screening" };
  expect(statusOn([applied, ...trained, notAllowed], "2026-05-01").status).toBe("applicant");
});

test("told no is kept as a row, and a later yes counts", () => {
  const refused = [applied, evidence("appraisal", "2026-03-20", { result: "refused" })];
  expect(statusOn(refused, "2026-03-20")).toMatchObject({ status: "applicant", declined: true });
  const later = [...approvedFacts, ...refused.slice(1), evidence("appraisal", "2026-05-01", { placement: "reserve" })];
  expect(statusOn(later, "2026-05-01")).toMatchObject({ status: "reserve", declined: false });
});

test("withdrawn consent ends what was given before it", () => {
  const facts = [...approvedFacts, placed, evidence("agreement", "2026-04-02"), evidence("consent", "2026-04-02"), evidence("consent", "2026-06-01", { result: "withdrawn" })];
  expect(statusOn(facts, "2026-06-01")).toMatchObject({ status: "service_team", mayServe: false });
  expect(statusOn(facts, "2026-06-01").requirements.find(({ key }) => key === "consent")!.state).toBe("withdrawn");
});

test("from reserve into the team by a new appraisal, out by a removal, back by a reinstatement", () => {
  const facts: Fact[] = [
    ...approvedFacts, evidence("appraisal", "2026-04-01", { placement: "reserve" }), evidence("appraisal", "2026-06-01", { placement: "service_team" }),
    { id: "r1", kind: "removed", on: "2026-07-01", reason: "离开本市" }, { id: "r2", kind: "reinstated", on: "2026-09-01", reason: "回来" },
  ];
  expect(pathwayTimeline([policy], { birthOn: ADULT, facts }, "2026-12-01").map(({ status, since }) => [since, status])).toEqual([
    ["2026-03-01", "applicant"], ["2026-03-19", "approved"], ["2026-04-01", "reserve"], ["2026-06-01", "service_team"], ["2026-07-01", "removed"], ["2026-09-01", "service_team"],
  ]);
});

const stricter = (grandfathering: PolicyVersion["grandfathering"]): PolicyVersion => ({
  ...policy, version: 2, effectiveOn: "2026-06-01", grandfathering,
  requirements: policy.requirements.map((one) => (one.key === "training" ? { ...one, needed: 4 } : one)),
});

test.each([
  [{ rule: "none" }, "2026-06-01", "lapsed"],
  [{ rule: "grace", days: 30 }, "2026-06-30", "service_team"],
  [{ rule: "grace", days: 30 }, "2026-07-01", "lapsed"],
  [{ rule: "keep" }, "2028-06-01", "service_team"],
] as const)("a stricter version with %o, on %s: %s", (grandfathering, on, status) => {
  expect(statusOn([...approvedFacts, placed], on, [policy, stricter(grandfathering)]).status).toBe(status);
});

test("whoever keeps the old terms loses them with a break", () => {
  const gap = [...approvedFacts.filter((fact) => fact !== screened), evidence("screening", "2026-03-10", { lastValidOn: "2026-08-01" }), evidence("screening", "2026-09-01"), placed];
  const versions = [policy, stricter({ rule: "keep" })];
  expect(statusOn(gap, "2026-08-01", versions)).toMatchObject({ status: "service_team", grandfathered: true, version: 1 });
  expect(statusOn(gap, "2026-09-01", versions)).toMatchObject({ status: "lapsed", grandfathered: false, version: 2 });
});

test("those not yet approved are judged by the new version, grace or not", () => {
  expect(statusOn([applied, screened, ...trained.slice(0, 2), evidence("training", "2026-06-05")], "2026-06-05", [policy, stricter({ rule: "keep" })]).status).toBe("applicant");
});

test("what binds at once also binds those whom the earlier version still covers", () => {
  const insurance = requirement("insurance", "insurance", "service", { bindsAtOnce: true });
  const next: PolicyVersion = { ...stricter({ rule: "keep" }), requirements: [...stricter({ rule: "keep" }).requirements, insurance] };
  const facts = [...approvedFacts, placed, evidence("agreement", "2026-04-02"), evidence("consent", "2026-04-02")];
  expect(statusOn(facts, "2026-05-31", [policy, next]).mayServe).toBe(true);
  expect(statusOn(facts, "2026-06-01", [policy, next])).toMatchObject({ status: "service_team", mayServe: false, grandfathered: true });
});

test("a minor needs a guardian until the day of coming of age, and a small child is not taken on", () => {
  const facts = [...approvedFacts, placed];
  expect(statusOn(facts, "2026-05-01", [policy], "2008-06-15")).toMatchObject({ status: "applicant" });
  expect(statusOn([...facts, evidence("guardian_consent", "2026-04-02")], "2026-05-01", [policy], "2008-06-15").status).toBe("service_team");
  expect(statusOn(facts, "2026-06-14", [policy], "2008-06-15").status).toBe("applicant");
  expect(statusOn(facts, "2026-06-15", [policy], "2008-06-15").status).toBe("service_team");
  expect(statusOn(facts, "2026-05-01", [policy], "2021-06-15").requirements.find(({ key }) => key === "age")!.state).toBe("refused");
  expect(statusOn([...facts, evidence("guardian_consent", "2026-04-02")], "2026-05-01", [policy], "2014-06-15").accompanied).toBe(true);
});

test("an unknown birth date is asked for, unless the programme says otherwise", () => {
  expect(statusOn(approvedFacts, "2026-04-01", [policy], null).status).toBe("applicant");
  expect(statusOn(approvedFacts, "2026-04-01", [{ ...policy, unknownAge: "adult" }], null).status).toBe("approved");
});

test("an appraisal that runs out lapses, though the training still counts", () => {
  const yearly: PolicyVersion = { ...policy, requirements: policy.requirements.map((one) => (one.key === "appraisal" ? { ...one, validDays: 365 } : one)) };
  expect(statusOn([...approvedFacts, placed], "2027-04-02", [yearly])).toMatchObject({ status: "lapsed", trained: true });
});

test("what was recorded by mistake and taken back counts for nothing", () => {
  const facts: Fact[] = [...approvedFacts, placed, { id: "v1", kind: "void", on: "2026-05-01", supersedes: trained[2]!.id, reason: "签到记错人" }];
  expect(statusOn(facts, "2026-04-15").status).toBe("applicant");
});
