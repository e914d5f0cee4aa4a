import { addDays } from "#kernel/calendar.ts";
import type { Evidence, Exemption, Fact } from "./fact.ts";
import type { Requirement } from "./requirement.ts";

/** How one requirement stands on a day. */
export interface RequirementState {
  readonly key: string;
  readonly kind: Requirement["kind"];
  readonly stage: Requirement["stage"];
  readonly state: "met" | "exempt" | "missing" | "pending" | "expired" | "refused" | "withdrawn";
  readonly have: number;
  readonly needed: number;
  /** The day the last needed piece came in; null unless met. */
  readonly metOn: string | null;
  /** Last day it holds as things stand (有效期至); null: no end, or not met. */
  readonly lastValidOn: string | null;
}

/** A requirement in this state does not stand in the way. */
export function isSatisfied(state: RequirementState): boolean {
  return state.state === "met" || state.state === "exempt";
}

/** The state of a requirement on a day, from facts that still stand, oldest first. */
export function requirementState(requirement: Requirement, facts: readonly Fact[], on: string): RequirementState {
  const rows = evidenceOf(requirement, facts, on);
  const { last, live } = sinceSetback(rows);
  const valid = live.filter((row) => isValidOn(requirement, row, on));
  const have = count(valid);
  const base = { key: requirement.key, kind: requirement.kind, stage: requirement.stage, have, needed: requirement.needed };
  if (have >= requirement.needed) {
    return { ...base, state: "met", metOn: metOn(requirement, valid), lastValidOn: holdsUntil(requirement, valid) };
  }
  const exemption = liveExemption(requirement, facts, on);
  if (exemption) return { ...base, state: "exempt", metOn: null, lastValidOn: exemption.untilOn };
  return { ...base, state: unmet(requirement, facts, live, last, on), metOn: null, lastValidOn: null };
}

/** The last day a piece of evidence counts; null: it does not expire. */
export function evidenceLastValidOn(requirement: Requirement, row: Evidence): string | null {
  if (row.lastValidOn !== undefined) return row.lastValidOn;
  return requirement.validDays === null ? null : endAfter(row, requirement.validDays);
}

/** Ends once worked out: the same row is asked about on every day of a timeline. Rows never change. */
const ends = new WeakMap<Evidence, Map<number, string>>();

function endAfter(row: Evidence, validDays: number): string {
  const known = ends.get(row) ?? new Map<number, string>();
  ends.set(row, known);
  const end = known.get(validDays) ?? addDays(row.on, validDays);
  known.set(validDays, end);
  return end;
}

function evidenceOf(requirement: Requirement, facts: readonly Fact[], on: string): Evidence[] {
  return facts.filter((fact): fact is Evidence => fact.kind === "evidence" && fact.requirement === requirement.key && fact.on <= on);
}

/** A refusal or withdrawal ends what came before it; what comes after starts again. */
function sinceSetback(rows: readonly Evidence[]): { last: Evidence | undefined; live: Evidence[] } {
  const setback = rows.findLastIndex((row) => row.result === "refused" || row.result === "withdrawn");
  return { last: rows[setback], live: rows.slice(setback + 1).filter((row) => row.result !== "refused" && row.result !== "withdrawn") };
}

function isValidOn(requirement: Requirement, row: Evidence, on: string): boolean {
  const lastValidOn = evidenceLastValidOn(requirement, row);
  return row.result === "met" && (lastValidOn === null || on <= lastValidOn);
}

/** Pieces proved; one session attended twice on paper is one piece. */
function count(rows: readonly Evidence[]): number {
  const seen = new Set<string>();
  let sum = 0;
  for (const row of rows) {
    if (row.reference !== undefined && seen.has(row.reference)) continue;
    if (row.reference !== undefined) seen.add(row.reference);
    sum += row.quantity;
  }
  return sum;
}

function metOn(requirement: Requirement, valid: readonly Evidence[]): string {
  const needed = valid.findIndex((_, index) => count(valid.slice(0, index + 1)) >= requirement.needed);
  return valid[needed]!.on;
}

/** The last day on which enough of the evidence still counts. */
function holdsUntil(requirement: Requirement, valid: readonly Evidence[]): string | null {
  const ends = valid.map((row) => evidenceLastValidOn(requirement, row)).filter((end) => end !== null).sort();
  for (const end of ends) {
    const left = valid.filter((row) => (evidenceLastValidOn(requirement, row) ?? "9999-12-31") > end);
    if (count(left) < requirement.needed) return end;
  }
  return null;
}

function liveExemption(requirement: Requirement, facts: readonly Fact[], on: string): Exemption | undefined {
  if (!requirement.exemptable) return undefined;
  return facts
    .filter((fact): fact is Exemption => fact.kind === "exemption" && fact.requirement === requirement.key && fact.on <= on && on <= fact.untilOn)
    .sort((a, b) => (a.untilOn < b.untilOn ? 1 : -1))[0];
}

function unmet(requirement: Requirement, facts: readonly Fact[], live: readonly Evidence[], setback: Evidence | undefined, on: string): RequirementState["state"] {
  if (live.some((row) => row.result === "pending")) return "pending";
  if (count(live.filter((row) => row.result === "met")) >= requirement.needed) return "expired";
  if (live.length === 0 && setback) return setback.result === "refused" ? "refused" : "withdrawn";
  const exempted = requirement.exemptable
    && facts.some((fact) => fact.kind === "exemption" && fact.requirement === requirement.key && fact.on <= fact.untilOn && fact.untilOn < on);
  return exempted ? "expired" : "missing";
}
