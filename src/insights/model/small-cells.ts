import { FIGURES, type MonthlyReturn, type ReturnLine } from "./monthly-return.ts";

/** Groups of fewer persons than this could point at somebody. Source: a common rule of official statistics; a rule of the house. */
export const SMALLEST_GROUP = 3;

/** A return for readers without access to files: small groups are put together until none points at a person. */
export interface SafeReturn extends Omit<MonthlyReturn, "lines"> {
  readonly lines: readonly ReturnLine[];
  /** Small groups put together; null when there were none. Different persons are added up, an upper bound. */
  readonly together: Omit<ReturnLine, "communityId" | "population"> | null;
}

/**
 * Puts lines of one or two persons together. A single small line could be found from the total by subtraction, so the
 * next smallest joins it until the joint group is large enough.
 */
export function hideSmallCells({ lines, ...rest }: MonthlyReturn): SafeReturn {
  const bySize = [...lines].sort((a, b) => sizeOf(a) - sizeOf(b));
  const small = bySize.filter((line) => sizeOf(line) < SMALLEST_GROUP);
  if (small.length === 0) return { ...rest, lines, together: null };
  let size = small.reduce((sum, line) => sum + sizeOf(line), 0);
  for (const next of bySize.slice(small.length)) {
    if (size >= SMALLEST_GROUP) break;
    small.push(next);
    size += sizeOf(next);
  }
  const together = Object.fromEntries(FIGURES.map((figure) => [figure, small.reduce((sum, line) => sum + line[figure], 0)]));
  return { ...rest, lines: lines.filter((line) => !small.includes(line)), together: together as unknown as NonNullable<SafeReturn["together"]> };
}

/** Persons behind a line: those served, or those in pairs or with needs when nobody was served. */
function sizeOf(line: ReturnLine): number {
  return Math.max(line.persons, line.pairsActive, line.pairsBegun, line.pairsEnded, line.needsMet);
}
