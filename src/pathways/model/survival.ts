/** One person's time: days until the step was reached, or days watched so far without it (censored). */
export interface Observation {
  readonly days: number;
  readonly reached: boolean;
}

/** The estimate from one day on at which somebody reached the step. */
export interface CurvePoint {
  readonly days: number;
  readonly atRisk: number;
  readonly events: number;
  /** Share that has not reached it. */
  readonly staying: number;
  /** Standard error of `staying` by Greenwood. */
  readonly error: number;
  /** 95 % band of `staying`, by the log(−log) transform, so that it stays between 0 and 1. */
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Kaplan–Meier estimate with Greenwood's variance. Somebody censored on a day counts as at risk on that day.
 * Source: Kaplan & Meier, JASA 53 (1958) 457–481; Greenwood 1926; the band as in Kalbfleisch & Prentice (2002), section 1.4.
 */
export function kaplanMeier(observations: readonly Observation[]): CurvePoint[] {
  const sorted = observations.toSorted((a, b) => a.days - b.days);
  const points: CurvePoint[] = [];
  let [staying, sum, index] = [1, 0, 0];
  while (index < sorted.length) {
    const { days } = sorted[index]!;
    const atRisk = sorted.length - index;
    let events = 0;
    for (; sorted[index]?.days === days; index += 1) if (sorted[index]!.reached) events += 1;
    if (events === 0) continue;
    staying *= (atRisk - events) / atRisk;
    sum += events / (atRisk * (atRisk - events));
    points.push({ days, atRisk, events, staying, ...band(staying, sum) });
  }
  return points;
}

/** Where nobody is left the variance has no value: the band is as wide as it can be. */
function band(staying: number, sum: number): Pick<CurvePoint, "error" | "low" | "high"> {
  if (staying === 0) return { error: 0, low: 0, high: 1 };
  const error = staying * Math.sqrt(sum);
  const spread = (Z * Math.sqrt(sum)) / Math.abs(Math.log(staying));
  return { error, low: staying ** Math.exp(spread), high: staying ** Math.exp(-spread) };
}

/** The share that reached the step within so many days, with its band; null beyond the last day anybody was watched. */
export interface ShareBy {
  readonly days: number;
  readonly atRisk: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The share at given days; days nobody was watched for are left out. */
export function sharesBy(observations: readonly Observation[], days: readonly number[]): ShareBy[] {
  const points = kaplanMeier(observations);
  const longest = Math.max(0, ...observations.map((one) => one.days));
  return days.filter((day) => day <= longest).map((day) => {
    const point = points.findLast((one) => one.days <= day);
    return { days: day, atRisk: observations.filter((one) => one.days >= day).length, share: 1 - (point?.staying ?? 1), low: 1 - (point?.high ?? 1), high: 1 - (point?.low ?? 1) };
  });
}

/** Days by which half had reached the step; null while fewer have. */
export function medianDays(points: readonly CurvePoint[]): number | null {
  return points.find(({ staying }) => staying <= 0.5)?.days ?? null;
}
