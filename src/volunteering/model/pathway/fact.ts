/** Where an appraisal (考核) places a volunteer. */
export type Placement = "service_team" | "reserve";

interface Dated {
  readonly id: string;
  /** The day it happened or was established, `YYYY-MM-DD`. */
  readonly on: string;
  /** The fact this one corrects: that one then counts as never said. */
  readonly supersedes?: string;
}

/**
 * Evidence (凭据) about one requirement. A refusal, a withdrawal and a "being
 * done" are rows like any other, never a missing row.
 */
export interface Evidence extends Dated {
  readonly kind: "evidence";
  readonly requirement: string;
  readonly result: "met" | "pending" | "refused" | "withdrawn";
  /** How many pieces it proves: an old paper list may prove three sessions in one row. */
  readonly quantity: number;
  /** What was attended or signed; the same reference counts once. */
  readonly reference?: string;
  /** Last valid day where the paper itself says so; it then goes before the policy's own number of days. */
  readonly lastValidOn?: string;
  /** With an appraisal that is met: where to. */
  readonly placement?: Placement;
}

/** A dated permission to go without one requirement (豁免), never without an end. */
export interface Exemption extends Dated {
  readonly kind: "exemption";
  readonly requirement: string;
  /** Last day it holds. */
  readonly untilOn: string;
  readonly reason: string;
}

/** Leaving the programme, by the organisation's decision or one's own, and coming back. */
export interface Membership extends Dated {
  readonly kind: "removed" | "reinstated";
  readonly reason: string;
}

/** Takes an earlier fact back without putting another in its place (记错了). */
export interface Void extends Dated {
  readonly kind: "void";
  readonly supersedes: string;
  readonly reason: string;
}

export type Fact = Evidence | Exemption | Membership | Void;

/** The facts that still stand, oldest first; a correction takes the place of what it corrects. */
export function standingFacts(facts: readonly Fact[]): Fact[] {
  const corrected = new Set(facts.flatMap((fact) => fact.supersedes ?? []));
  return facts
    .filter((fact) => fact.kind !== "void" && !corrected.has(fact.id))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
