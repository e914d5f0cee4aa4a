import type { Evidence } from "../pathway/fact.ts";
import type { PolicyVersion, Requirement, RequirementKind } from "../pathway/requirement.ts";
import type { PathwayColumns } from "./sign-up-sheet.ts";

/** Evidence before it is stored. */
export type NewEvidence = Omit<Evidence, "id">;

/**
 * The facts a sheet's row proves. The application happened when the form was
 * sent; the rest is known only to hold on the sheet's own day, so that is the
 * day it counts from.
 */
export function signUpFacts(pathway: PathwayColumns, policy: PolicyVersion, sheetOn: string): NewEvidence[] {
  const of = (kind: RequirementKind) => policy.requirements.find((requirement) => requirement.kind === kind);
  const submittedOn = pathway.submittedAt?.slice(0, 10) ?? sheetOn;
  const { sessions, screening, appraisal } = pathway;
  return [
    fact(of("application"), submittedOn < sheetOn ? submittedOn : sheetOn, {}),
    sessions !== 0 && fact(of("training"), sheetOn, { quantity: sessions === "all" ? (of("training")?.needed ?? 1) : sessions }),
    screening !== null && fact(of("screening"), sheetOn, { result: screening }),
    appraisal !== null && fact(of("appraisal"), sheetOn, appraisal === "refused" ? { result: "refused" } : { placement: appraisal }),
  ].filter((row) => row !== false && row !== undefined);
}

function fact(requirement: Requirement | undefined, on: string, more: Partial<NewEvidence>): NewEvidence | undefined {
  return requirement && { kind: "evidence", requirement: requirement.key, on, result: "met", quantity: 1, ...more };
}
