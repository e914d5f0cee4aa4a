import type { RoundsProblem } from "../problem.ts";

/** Each visit's fellow visits, nearest first: by the cost of the way in the first kind of travel. One row of `visits` numbers each, itself first. */
export function nearest({ visits, places, travel }: RoundsProblem): Int32Array {
  const cost = travel[0]?.cost ?? new Float64Array(places * places);
  const rows = new Int32Array(visits * visits);
  for (let visit = 0; visit < visits; visit++) {
    const distance = (other: number) => (other === visit ? -1 : cost[visit * places + other]! + cost[other * places + visit]!);
    const order = Array.from({ length: visits }, (_, other) => other).sort((a, b) => distance(a) - distance(b) || a - b);
    rows.set(order, visit * visits);
  }
  return rows;
}

/** The same by nearness in place and in hour: visits that could easily change places. */
export function alike({ visits, places, travel, opens, closes }: RoundsProblem): Int32Array {
  const { cost = new Float64Array(places * places), time = cost } = travel[0] ?? {};
  const rows = new Int32Array(visits * visits);
  for (let visit = 0; visit < visits; visit++) {
    const distance = (other: number) => {
      if (other === visit) return -1;
      const apart = Math.max(opens[visit]! - closes[other]!, opens[other]! - closes[visit]!, 0);
      const centre = Math.abs(opens[visit]! + closes[visit]! - opens[other]! - closes[other]!) / 2;
      return time[visit * places + other]! + 0.2 * apart + 0.1 * centre;
    };
    const order = Array.from({ length: visits }, (_, other) => other).sort((a, b) => distance(a) - distance(b) || a - b);
    rows.set(order, visit * visits);
  }
  return rows;
}
