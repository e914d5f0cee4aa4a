import type { Recruit } from "./recruitment.ts";

/** What one more volunteer would do in a community, as a whole and lane by lane. */
export interface RecruitGroup {
  readonly communityId: string;
  /** The community as a whole first, then its lanes, the most useful first. */
  readonly lines: readonly Recruit[];
}

const ahead = (a: Recruit, b: Recruit) => b.atMost - a.atMost || b.saves - a.saves;

/** Recruitment by community, the one where a volunteer helps most first. */
export function groupRecruits(recruits: readonly Recruit[]): RecruitGroup[] {
  const groups = [...Map.groupBy(recruits, ({ communityId }) => communityId)].map(([communityId, lines]) => ({
    communityId, lines: lines.toSorted((a, b) => Number(Boolean(a.laneId)) - Number(Boolean(b.laneId)) || ahead(a, b)), best: lines.toSorted(ahead)[0]!,
  }));
  return groups.sort((a, b) => ahead(a.best, b.best)).map(({ communityId, lines }) => ({ communityId, lines }));
}
