import fc from "fast-check";
import { expect, test } from "vitest";
import { decideStep } from "./decide-step.ts";
import { dutiesOf, isSettled, reportFirst } from "./duties.ts";
import { KINDS, SEVERITIES, STANDINGS, STEPS, standsAs, TOLD, type Entry, type Step } from "./incident.ts";

const LEARNT = "2026-11-20T08:00:00.000Z";
const HARM = new Set<string>(["violence", "sexual", "neglect", "exploitation", "missing", "danger"]);
const raised = (severity: Entry["severity"] = "low"): Entry => ({ number: 1, kind: "raised", severity, toWhom: null, doneAt: LEARNT });

test("whoever may be a child: the police at once, by law, for every kind of harm", () => {
  for (const standing of STANDINGS) for (const kind of KINDS) {
    const first = reportFirst(dutiesOf({ standing, kind, learntAt: LEARNT }, [raised()], LEARNT));
    const child = (standing === "minor" || standing === "unknown") && HARM.has(kind);
    const dependent = standing === "dependent_adult" && ["violence", "sexual", "neglect", "exploitation"].includes(kind);
    expect([standing, kind, first?.rule.key ?? null]).toEqual([standing, kind, child ? "child-police" : dependent ? "dependent-police" : null]);
  }
});

test("a duty is late the moment its time is over, and never once it is done or waived", () => {
  const facts = { standing: "dependent_adult", kind: "violence", learntAt: LEARNT } as const;
  const police = (entries: Entry[], now: string) => dutiesOf(facts, entries, now).find(({ rule }) => rule.to === "police")!.state;
  expect(police([raised()], "2026-11-21T08:00:00.000Z")).toBe("open");
  expect(police([raised()], "2026-11-21T08:00:00.001Z")).toBe("late");
  expect(police([raised(), { ...raised(null), kind: "told", toWhom: "police" }], "2027-01-01T00:00:00.000Z")).toBe("done");
  expect(police([raised(), { ...raised(null), kind: "not_told", toWhom: "police" }], "2027-01-01T00:00:00.000Z")).toBe("waived");
});

test("a law not yet in force, or no longer, asks for nothing", () => {
  expect(reportFirst(dutiesOf({ standing: "minor", kind: "violence", learntAt: "2021-05-31T08:00:00.000Z" }, [raised()], LEARNT))).toBeNull();
});

const aStep = fc.record({ step: fc.constantFrom(...STEPS), severity: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }), toWhom: fc.option(fc.constantFrom(...TOLD), { nil: undefined }), words: fc.constantFrom("", "说明") });

test("any sequence of allowed steps: closed only with every duty settled, a closed one only reopens, a worker alone never waives, lowers or closes", () => {
  fc.assert(fc.property(fc.constantFrom(...STANDINGS), fc.constantFrom(...KINDS), fc.array(fc.tuple(aStep, fc.boolean()), { maxLength: 25 }), (standing, kind, wanted) => {
    const entries: Entry[] = [raised("serious")];
    for (const [given, isLead] of wanted) {
      const before = standsAs(entries);
      const duties = dutiesOf({ standing, kind, learntAt: LEARNT }, entries, LEARNT);
      const step = { toName: "", reference: "", doneAt: LEARNT, ...given } as Omit<Step, "doneAt"> & { doneAt: string };
      if (!decideStep(step, { stands: before, duties, isLead, now: LEARNT }).allowed) continue;
      if (before.state === "closed") expect(step.step).toBe("reopened");
      if (step.step === "closed") expect(duties.every(isSettled)).toBe(true);
      if (!isLead) expect(["acted", "told", "graded", "reopened"]).toContain(step.step);
      if (!isLead && step.step === "graded") expect(SEVERITIES.indexOf(step.severity!)).toBeGreaterThan(SEVERITIES.indexOf(before.severity));
      const told = step.step === "told" || step.step === "not_told";
      entries.push({ number: entries.length + 1, kind: step.step, severity: step.step === "graded" ? step.severity! : null, toWhom: told ? step.toWhom! : null, doneAt: LEARNT });
    }
  }), { numRuns: 3000 });
});
