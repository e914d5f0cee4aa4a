import { populationOf, type Population } from "./population.ts";

/** Part of one service as the published facts give it: a resident served, a volunteer who gave time, or both where two friends met. */
export interface ServiceLine {
  readonly visitId: string;
  readonly happenedOn: string;
  readonly minutes: number;
  /** Null on a line that tells only of a volunteer's time. */
  readonly residentId: string | null;
  /** Null where no volunteer was there. */
  readonly helperId: string | null;
  readonly communityId: string | null;
  readonly birthOn: string | null;
  readonly disabilityType: string | null;
  readonly carer: boolean;
}

/** One resident or companion who came to one session of an activity, or one member who came to one session of a group. */
export interface ActivityLine {
  readonly source: "activity" | "group";
  readonly sessionId: string;
  /** Who came, within the session: a registration or a membership. */
  readonly registrationId: string;
  readonly happenedOn: string;
  readonly minutes: number;
  readonly personId: string;
  readonly activity: string;
  readonly communityId: string | null;
  readonly birthOn: string | null;
  readonly disabilityType: string | null;
  readonly carer: boolean;
}

/** A pair's running time. */
export interface PairLine {
  readonly pairId: string;
  readonly residentId: string;
  readonly communityId: string | null;
  readonly population: Population;
  readonly beganOn: string | null;
  readonly endedOn: string | null;
}

/** A need met in the month. */
export interface NeedLine {
  readonly needId: string;
  readonly communityId: string | null;
  readonly population: Population;
}

/** The figures of one group of residents. Sessions, person-times and persons are three derived numbers. */
export interface Figures {
  /** 场: meetings, and sessions of activities. A session with people of several groups stands in the line of each, and once in the total. */
  readonly sessions: number;
  /** 服务人次: residents' taking part, one per resident and meeting or session. */
  readonly personTimes: number;
  /** 服务人数: different residents. */
  readonly persons: number;
  /** 志愿者人数: different volunteers. */
  readonly volunteers: number;
  /** 志愿服务时间, in minutes; shown in hours. */
  readonly volunteerMinutes: number;
  /** Pairs running on the month's last day. */
  readonly pairsActive: number;
  readonly pairsBegun: number;
  readonly pairsEnded: number;
  readonly needsMet: number;
}
export const FIGURES = ["sessions", "personTimes", "persons", "volunteers", "volunteerMinutes", "pairsActive", "pairsBegun", "pairsEnded", "needsMet"] as const satisfies readonly (keyof Figures)[];

/** One line of the return: a community and a population. */
export interface ReturnLine extends Figures {
  readonly communityId: string | null;
  readonly population: Population;
}

export interface MonthlyReturn {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly lines: readonly ReturnLine[];
  /** Different persons are counted anew for the whole, never added up. */
  readonly total: Figures;
}

export interface ReturnFacts {
  readonly services: readonly ServiceLine[];
  readonly activities: readonly ActivityLine[];
  readonly pairs: readonly PairLine[];
  readonly needs: readonly NeedLine[];
}

/** Counts the month (月报表) from its facts. */
export function countReturn({ from, to }: { from: string; to: string }, facts: ReturnFacts): MonthlyReturn {
  const services = facts.services.filter(({ happenedOn }) => happenedOn >= from && happenedOn <= to)
    .map((line) => ({ ...line, population: populationOf(line, line.happenedOn) }));
  const activities = facts.activities.filter(({ happenedOn }) => happenedOn >= from && happenedOn <= to).map((line) => ({ ...line, population: populationOf(line, line.happenedOn) }));
  const groups = new Map<string, { communityId: string | null; population: Population }>();
  for (const { communityId, population } of [...services, ...activities, ...facts.pairs, ...facts.needs]) groups.set(keyOf({ communityId, population }), { communityId, population });
  const lines = [...groups].map(([key, group]) => ({
    ...group,
    ...figuresOf({ from, to }, only(key, { services, activities, pairs: facts.pairs, needs: facts.needs })),
  }));
  return { from, to, lines: lines.filter((line) => FIGURES.some((figure) => line[figure] > 0)), total: figuresOf({ from, to }, { ...facts, services, activities }) };
}

const keyOf = ({ communityId, population }: { communityId: string | null; population: Population }) => `${communityId ?? ""}|${population}`;

const different = (ids: readonly (string | null)[]): number => new Set(ids.filter((id) => id !== null)).size;

/** The facts of one group. */
function only(key: string, { services, activities, pairs, needs }: { [kind in keyof ReturnFacts]: readonly (ReturnFacts[kind][number] & { readonly population: Population })[] }): ReturnFacts {
  const fits = (line: { communityId: string | null; population: Population }) => keyOf(line) === key;
  return { services: services.filter(fits), activities: activities.filter(fits), pairs: pairs.filter(fits), needs: needs.filter(fits) };
}

function figuresOf({ from, to }: { from: string; to: string }, { services, activities, pairs, needs }: ReturnFacts): Figures {
  const within = (day: string | null) => day !== null && day >= from && day <= to;
  return {
    sessions: new Set(services.map(({ visitId }) => visitId)).size + new Set(activities.map(({ sessionId }) => sessionId)).size,
    personTimes: services.filter(({ residentId }) => residentId !== null).length + activities.length,
    persons: different([...services.map(({ residentId }) => residentId), ...activities.map(({ personId }) => personId)]),
    volunteers: different(services.map(({ helperId }) => helperId)),
    volunteerMinutes: services.reduce((sum, { helperId, minutes }) => sum + (helperId === null ? 0 : minutes), 0),
    pairsActive: pairs.filter(({ beganOn, endedOn }) => beganOn !== null && beganOn <= to && (endedOn === null || endedOn > to)).length,
    pairsBegun: pairs.filter(({ beganOn }) => within(beganOn)).length,
    pairsEnded: pairs.filter(({ beganOn, endedOn }) => beganOn !== null && within(endedOn)).length,
    needsMet: needs.length,
  };
}
