import type { MatchAnswer, MatchProblem } from "../solver/problem.ts";

/** A problem of which only some helpers stay, and how an answer that gave the others nobody reads in it. */
export interface Remaining {
  readonly problem: MatchProblem;
  readonly without: (answer: MatchAnswer) => MatchAnswer;
}

/** Takes columns out of the compressed rows; cheaper by far than looking for candidates again. */
export function withoutHelpers(problem: MatchProblem, stays: readonly boolean[]): Remaining {
  if (stays.every(Boolean)) return { problem, without: (answer) => answer };
  const place = new Int32Array(stays.length);
  let count = 0;
  stays.forEach((stay, h) => { place[h] = stay ? count++ : -1; });
  const { wants, rowStart, helper, cost } = problem;
  const moved = new Int32Array(helper.length);
  const made = { wants, capacity: problem.capacity.filter((_, h) => stays[h]), rowStart: new Int32Array(rowStart.length), helper: new Int32Array(helper.length), cost: new Int32Array(helper.length) };
  let at = 0;
  for (let r = 0; r < wants.length; r++) {
    for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) {
      moved[e] = at;
      if (place[helper[e]!]! < 0) continue;
      made.helper[at] = place[helper[e]!]!;
      made.cost[at++] = cost[e]!;
    }
    made.rowStart[r + 1] = at;
  }
  return {
    problem: { ...made, helper: made.helper.slice(0, at), cost: made.cost.slice(0, at) },
    without: (answer) => ({
      ...answer, chosen: answer.chosen.map((e) => moved[e]!),
      certificate: { ...answer.certificate, helperRegion: answer.certificate.helperRegion.filter((_, h) => stays[h]), helperPrice: answer.certificate.helperPrice.filter((_, h) => stays[h]) },
    }),
  };
}
