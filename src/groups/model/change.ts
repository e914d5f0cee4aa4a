import type { Mark, Moment } from "./terms.ts";

/** One member in one session: whether they came, and how much they took part. */
export interface Seen {
  readonly memberId: string;
  readonly session: number;
  readonly state: Mark;
  readonly takingPart: number | null;
}

export interface MemberLine {
  readonly memberId: string;
  readonly came: number;
  /** Sessions they were marked for. */
  readonly marked: number;
  readonly bySession: ReadonlyMap<number, Seen>;
  /** The mean of the later half less that of the earlier half of the sessions they took part in; null with fewer than two. */
  readonly change: number | null;
}

/** Each member over the sessions. */
export function memberLines(memberIds: readonly string[], seen: readonly Seen[]): MemberLine[] {
  const byMember = Map.groupBy(seen, ({ memberId }) => memberId);
  return memberIds.map((memberId) => {
    const own = (byMember.get(memberId) ?? []).toSorted((a, b) => a.session - b.session);
    const values = own.flatMap(({ takingPart }) => takingPart ?? []);
    const half = Math.floor(values.length / 2);
    return {
      memberId, marked: own.length, came: own.filter(({ state }) => state === "present" || state === "late").length, bySession: new Map(own.map((one) => [one.session, one])),
      change: half === 0 ? null : mean(values.slice(values.length - half)) - mean(values.slice(0, half)),
    };
  });
}

export interface RatingRow { readonly memberId: string; readonly moment: Moment; readonly value: number }

/** Before against after, only of those who said both: so nobody's leaving looks like progress. */
export interface Evaluation {
  readonly paired: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly better: number;
  readonly same: number;
  readonly worse: number;
}

export function evaluate(ratings: readonly RatingRow[], against: "after" | "later" = "after"): Evaluation {
  const at = (moment: Moment) => new Map(ratings.filter((one) => one.moment === moment).map(({ memberId, value }) => [memberId, value]));
  const [before, after] = [at("before"), at(against)];
  const pairs = [...before].flatMap(([memberId, value]) => (after.has(memberId) ? [[value, after.get(memberId)!] as const] : []));
  const count = (fits: (difference: number) => boolean) => pairs.filter(([from, to]) => fits(to - from)).length;
  return {
    paired: pairs.length, before: pairs.length === 0 ? null : mean(pairs.map(([from]) => from)), after: pairs.length === 0 ? null : mean(pairs.map(([, to]) => to)),
    better: count((difference) => difference > 0), same: count((difference) => difference === 0), worse: count((difference) => difference < 0),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
