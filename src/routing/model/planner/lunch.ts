import type { Visitor } from "./problem.ts";

type Lunch = NonNullable<Visitor["lunch"]>;

/**
 * When one is there who leaves at `left`, is so long on the way and has lunch on this stretch: on arrival if there is time
 * for it yet, otherwise before leaving; never, when it is too late for either.
 */
export function eatAndGo(left: number, way: number, { minutes, from, until }: Lunch): number {
  const begin = until - minutes;
  const there = left + way;
  if (there <= begin) return (there > from ? there : from) + minutes;
  if (left <= begin) return (left > from ? left : from) + minutes + way;
  return Infinity;
}

/** The latest one can leave who is to be there by `limit` after lunch on this stretch; the inverse of `eatAndGo`. */
export function latestBeforeLunch(limit: number, way: number, { minutes, from, until }: Lunch): number {
  const begin = until - minutes;
  const eatThere = from + minutes <= limit ? Math.min(begin, limit - minutes) - way : -Infinity;
  const eatHere = from + minutes + way <= limit ? Math.min(begin, limit - minutes - way) : -Infinity;
  return Math.max(eatThere, eatHere);
}
