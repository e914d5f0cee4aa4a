import type { CaseStage } from "./case.ts";

/** One thing a stage asks for: done or still missing. Advice, never a wall: the work decides. */
export interface StageNeed {
  readonly stage: CaseStage;
  readonly key: string;
  readonly done: boolean;
  /** Where it is done. */
  readonly to?: string;
}

/** What is known of the person, as far as people and needs say. */
export interface KnownFacts {
  readonly personId: string;
  readonly reachable: boolean;
  readonly mayKeepData: boolean;
  readonly minor: boolean;
  readonly guardianKnown: boolean;
  readonly needs: number;
  readonly needsWithoutAnswer: number;
}

/**
 * What each stage should leave behind, as far as this slice can see it.
 * Source: MZ/T 094-2017, the records of 接案 (consent, how to reach), 预估 (needs) and 评估.
 */
export function stageNeeds({ personId, reachable, mayKeepData, minor, guardianKnown, needs, needsWithoutAnswer }: KnownFacts): StageNeed[] {
  return [
    { stage: "intake", key: "reach", done: reachable, to: `/people/${personId}/facts` },
    { stage: "intake", key: "consent", done: mayKeepData, to: `/people/${personId}/consents` },
    ...(minor ? [{ stage: "intake" as const, key: "guardian", done: guardianKnown, to: `/people/${personId}/relations` }] : []),
    { stage: "assessment", key: "needs", done: needs > 0, to: `/needs/of/${personId}` },
    { stage: "evaluation", key: "answers", done: needs > 0 && needsWithoutAnswer === 0, to: `/needs/of/${personId}` },
  ];
}
