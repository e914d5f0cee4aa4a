import { hideSmallCells, SMALLEST_SHOWN, type PublishedTable } from "#casework/index.ts";
import { addDays, monthOf } from "#kernel/calendar.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { flowOf, heightsByPopulation, observationsOf } from "../model/ladder.ts";
import { mayOpenRows } from "../model/policy.ts";
import { publishedShares } from "../model/published.ts";
import { ASKED, type AskedStep } from "../model/steps.ts";
import { kaplanMeier, medianDays, sharesBy, type CurvePoint, type ShareBy } from "../model/survival.ts";
import { LADDER_POPULATIONS, waysOn } from "./ways.ts";

/** Days after coming at which the share of helpers is told: one month to three years. */
const MARKS = [30, 90, 180, 365, 730, 1095];

export interface StepTime {
  readonly step: AskedStep;
  readonly shares: readonly ShareBy[];
  /** The whole curve, for whoever may open the rows. */
  readonly curve: readonly CurvePoint[] | null;
  readonly medianDays: number | null;
}

export interface Ladder {
  readonly asOf: string;
  /** Whether figures open to rows; otherwise small cells are hidden. */
  readonly opens: boolean;
  readonly smallest: number;
  /** Persons by where they went from each step (see `flowOf`); null where links would point at a few. */
  readonly flow: PublishedTable | null;
  readonly populations: readonly string[];
  readonly heights: PublishedTable;
  /** Who came to help from the first day on; not on this ladder. Null: hidden. */
  readonly cameToHelp: number | null;
  readonly times: readonly StepTime[];
}

/**
 * The ladder on a day: who stands where, by population, and how long each step takes. Figures without rows hide small cells, nothing that would give them away is shown beside, and they
 * stand still from one end of a month to the next: two days cannot be compared to find one person. What leaves the house is figures without rows, whoever takes it.
 */
export async function showLadder(session: Session, { asOf = session.today, population, leaves = false }: { asOf?: string | undefined; population?: string | undefined; leaves?: boolean } = {}): Promise<Ladder> {
  const { actor } = session;
  requireCapability(actor, "pathways.read");
  const opens = !leaves && mayOpenRows(actor);
  const day = opens ? (asOf < session.today ? asOf : session.today) : addDays(monthOf(session.today).from, -1);
  const all = await session.read((tx) => waysOn(tx, actor.orgId, day));
  const helpers = all.filter(({ cameToHelp }) => cameToHelp).length;
  const ways = all.filter(({ cameToHelp }) => !cameToHelp);
  // Narrowed to a population the shares of a few could be read off, so only whoever opens rows narrows.
  const timed = opens && population ? ways.filter((way) => way.population === population) : ways;
  const heights = heightsByPopulation(ways, LADDER_POPULATIONS);
  return {
    asOf: day, opens, smallest: SMALLEST_SHOWN, populations: LADDER_POPULATIONS,
    flow: opens ? flowOf(ways) : null, heights: opens ? heights : hideSmallCells(heights),
    cameToHelp: opens || helpers === 0 || helpers >= SMALLEST_SHOWN ? helpers : null,
    times: ASKED.map((step): StepTime => {
      const observations = observationsOf(timed, step);
      if (!opens) return { step, curve: null, medianDays: null, shares: publishedShares(observations, MARKS, SMALLEST_SHOWN) };
      const curve = kaplanMeier(observations);
      return { step, curve, medianDays: medianDays(curve), shares: sharesBy(observations, MARKS) };
    }),
  };
}
