import type { NeedCount } from "./count.ts";
import { findCode, type NeedPack } from "./need-pack.ts";

/** One need over all communities. */
export interface ChartLine {
  readonly code: string;
  readonly topic: string;
  readonly needs: number;
  readonly persons: number;
  readonly urgent: number;
  readonly met: number;
  /** Persons, in the order of the chart's communities. */
  readonly byCommunity: readonly number[];
}

/** Needs as a table: a line for each need that somebody has, a column for each community. */
export interface NeedChart {
  /** Community ids, the one with most people first; `none` last. */
  readonly communityIds: readonly string[];
  /** In the order of the list of needs. */
  readonly lines: readonly ChartLine[];
  /** Different persons by community. */
  readonly communityPersons: readonly number[];
  readonly total: { readonly needs: number; readonly persons: number; readonly urgent: number; readonly met: number };
}

const NOBODY = { needs: 0, persons: 0, urgent: 0, met: 0 };

/** Sets counts out as a table. Needs no longer in the list come last. */
export function chartOf(counts: readonly NeedCount[], pack: NeedPack): NeedChart {
  const only = (...given: (keyof Pick<NeedCount, "code" | "topic" | "population" | "communityId">)[]) =>
    counts.filter((count) => (["code", "topic", "population", "communityId"] as const).every((key) => (count[key] !== null) === given.includes(key)));
  const communities = only("communityId").toSorted((a, b) => Number(a.communityId === "none") - Number(b.communityId === "none") || b.persons - a.persons);
  const cells = new Map(only("code", "topic", "communityId").map(({ code, communityId, persons }) => [`${code}|${communityId}`, persons]));
  const order = pack.topics.flatMap(({ codes }) => codes.map(({ code }) => code));
  const place = (code: string) => (findCode(pack, code) ? order.indexOf(code) : order.length);
  const lines = only("code", "topic").map(({ code, topic, needs, persons, urgent, met }) => (
    { code: code!, topic: topic!, needs, persons, urgent, met, byCommunity: communities.map(({ communityId }) => cells.get(`${code}|${communityId}`) ?? 0) }));
  return {
    communityIds: communities.map(({ communityId }) => communityId!),
    communityPersons: communities.map(({ persons }) => persons),
    lines: lines.toSorted((a, b) => place(a.code) - place(b.code)),
    total: only()[0] ?? NOBODY,
  };
}

/** The chart's numbers with their totals as last column and last row: what small-cell rules work on. */
export function tableOf({ lines, communityPersons, total }: NeedChart): number[][] {
  return [...lines.map(({ byCommunity, persons }) => [...byCommunity, persons]), [...communityPersons, total.persons]];
}
