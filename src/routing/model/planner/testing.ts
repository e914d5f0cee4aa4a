import fc from "fast-check";
import type { RoundsProblem, Visitor } from "./problem.ts";

/** Small made-up days: a grid of places, two kinds of travel, some with lunch, windows, capacities and bars. */
export function problems({ visits = 6, visitors = 2 }: { visits?: number; visitors?: number } = {}): fc.Arbitrary<RoundsProblem> {
  const place = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  const lunch = fc.option(fc.record({ minutes: fc.constantFrom(30, 60), from: fc.constantFrom(100, 150), until: fc.constantFrom(220, 260) }));
  const visitor = fc.record({ from: fc.constantFrom(0, 30, 120), until: fc.constantFrom(200, 300, 480), capacity: fc.constantFrom(2, 4, 99), by: fc.constantFrom(0, 1), lunch });
  const visit = fc.record({ at: place, opens: fc.integer({ min: 0, max: 300 }), width: fc.constantFrom(0, 30, 120, 480), service: fc.constantFrom(10, 30, 60), weight: fc.constantFrom(1, 3, 9), demand: fc.constantFrom(0, 1) });
  return fc.record({
    stops: fc.array(visit, { minLength: 0, maxLength: visits }), homes: fc.array(place, { minLength: visitors, maxLength: visitors }),
    people: fc.array(visitor, { minLength: 1, maxLength: visitors }), bars: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: visits * visitors, maxLength: visits * visitors }),
  }).map(({ stops, homes, people, bars }) => build(stops.map(({ at }) => at), homes, stops, people, bars));
}

/** The same with people who come alone or by two, visits that want two, and two things that some visits ask and some visitors have. */
export function crewed(size: { visits?: number; visitors?: number } = {}): fc.Arbitrary<RoundsProblem> {
  const bits = fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { minLength: 40, maxLength: 40 });
  const sizes = fc.array(fc.constantFrom(1, 1, 1, 2), { minLength: 20, maxLength: 20 });
  const wanted = fc.array(fc.constantFrom(1, 2), { minLength: 20, maxLength: 20 });
  return fc.tuple(problems(size), bits, sizes, wanted).map(([problem, asked, of, who]) => ({
    ...problem, closes: problem.closes.map((close) => close + 100), visitors: problem.visitors.map((visitor) => ({ ...visitor, until: visitor.until + 60 })),
    crews: {
      wanted: Uint8Array.from({ length: problem.visits }, (_, i) => who[i % 20]!), size: Uint8Array.from(problem.visitors, (_, i) => of[i % 20]!), words: 1,
      needs: Uint32Array.from({ length: problem.visits }, (_, i) => asked[i % 20]!), has: Uint32Array.from(problem.visitors, (_, i) => asked[20 + i]! | (i % 2 ? 1 : 2)),
    },
  }));
}

type Point = readonly [number, number];

function build(at: readonly Point[], homes: readonly Point[], stops: readonly { opens: number; width: number; service: number; weight: number; demand: number }[], people: readonly Omit<Visitor, "start" | "end">[], bars: readonly number[]): RoundsProblem {
  const points = [...at, ...homes];
  const square = (factor: number) => Float64Array.from({ length: points.length ** 2 }, (_, i) => {
    const [a, b] = [points[Math.floor(i / points.length)]!, points[i % points.length]!];
    return factor * (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]));
  });
  const column = (value: (stop: (typeof stops)[number]) => number) => Float64Array.from(stops, value);
  return {
    visits: stops.length, places: points.length, opens: column(({ opens }) => opens), closes: column(({ opens, width }) => opens + width), service: column(({ service }) => service),
    weight: column(({ weight }) => weight), demand: column(({ demand }) => demand),
    visitors: people.map((one, index) => ({ ...one, start: stops.length + index, end: stops.length + index })),
    travel: [{ time: square(1), cost: square(1) }, { time: square(2), cost: square(2) }],
    may: Uint8Array.from({ length: people.length * stops.length }, (_, i) => (bars[i] === 0 ? 0 : 1)),
  };
}
