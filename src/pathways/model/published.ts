import { sharesBy, type Observation, type ShareBy } from "./survival.ts";

/**
 * Shares for readers who may not open a file. A mark is shown where enough persons are still watched, and where the number who reached the step since the
 * mark before is nought or large enough: otherwise the two marks' difference would tell of a few.
 */
export function publishedShares(observations: readonly Observation[], days: readonly number[], smallest: number): ShareBy[] {
  const shown: ShareBy[] = [];
  const reachedBy = (day: number) => observations.filter((one) => one.reached && one.days <= day).length;
  let before = 0;
  for (const share of sharesBy(observations, days)) {
    const reached = reachedBy(share.days);
    if (share.atRisk < smallest || (reached > before && reached - before < smallest)) continue;
    shown.push(share);
    before = reached;
  }
  return shown;
}
