import { daysBetween } from "#kernel/calendar.ts";
import { joined, weekBits } from "./closeness.ts";
import type { Place, WeeklyHours } from "./people.ts";

/** Minutes from one weekday's midnight to the next here: more than a day has, so that stretches of two days never meet. */
const DAY = 2000;

/** What both sides have that a pair is judged by, laid out in flat arrays: one look-up, no objects. */
export interface Crowd {
  /** Joined stretches of person `i` stand at `hourStart[i]` …; minutes of a stretched week. */
  readonly hourStart: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** See `weekBits`. */
  readonly bits: readonly [Int32Array, Int32Array];
  /** Days from 2000-01-01 to the birth; NaN when it is not known. */
  readonly born: Float64Array;
  /** Degrees; NaN when not known. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The community as a number shared by both sides. */
  readonly community: Int32Array;
}

interface Body { readonly hours: readonly WeeklyHours[]; readonly birthOn: string | null; readonly place: Place }

export function layOut(people: readonly Body[], communities: Numbering): Crowd {
  const hourStart = new Int32Array(people.length + 1);
  const [from, to]: [number[], number[]] = [[], []];
  const bits = [new Int32Array(people.length), new Int32Array(people.length)] as const;
  const [born, lon, lat] = [new Float64Array(people.length), new Float64Array(people.length), new Float64Array(people.length)];
  const community = new Int32Array(people.length);
  people.forEach(({ hours, birthOn, place }, i) => {
    for (const { weekday, fromMinute, toMinute } of joined(hours)) {
      from.push((weekday - 1) * DAY + fromMinute);
      to.push((weekday - 1) * DAY + toMinute);
    }
    hourStart[i + 1] = from.length;
    [bits[0][i], bits[1][i]] = weekBits(hours);
    born[i] = birthOn === null ? NaN : daysBetween("2000-01-01", birthOn);
    const placed = place.lon != null && place.lat != null;
    lon[i] = placed ? place.lon! : NaN;
    lat[i] = placed ? place.lat! : NaN;
    community[i] = communities.of(place.communityId);
  });
  return { hourStart, from: Int32Array.from(from), to: Int32Array.from(to), bits, born, lon, lat, community };
}

/** Minutes of the longest stretch in which both are free; both lists are in order and without overlaps. */
export function longestShared(a: Crowd, i: number, b: Crowd, j: number): number {
  const { from: fromA, to: toA } = a;
  const { from: fromB, to: toB } = b;
  const endX = a.hourStart[i + 1]!;
  const endY = b.hourStart[j + 1]!;
  let longest = 0;
  let y = b.hourStart[j]!;
  for (let x = a.hourStart[i]!; x < endX; x++) {
    const begin = fromA[x]!;
    const end = toA[x]!;
    while (y < endY && toB[y]! <= begin) y++;
    for (let z = y; z < endY && fromB[z]! < end; z++) {
      const shared = (end < toB[z]! ? end : toB[z]!) - (begin > fromB[z]! ? begin : fromB[z]!);
      if (shared > longest) longest = shared;
    }
  }
  return longest;
}

/** Numbers for words, in the order they are met. */
export class Numbering {
  private readonly known = new Map<string, number>();

  of(word: string): number {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    this.known.set(word, this.known.size);
    return this.known.size - 1;
  }

  get size(): number {
    return this.known.size;
  }
}

/** A set of words for each person, one bit a word, so that what two share is a count of bits. */
export class WordSets {
  private readonly width: number;
  private readonly words: Int32Array;

  constructor(lists: readonly (readonly string[])[], numbering: Numbering, width: number) {
    this.width = width;
    this.words = new Int32Array(lists.length * width);
    lists.forEach((list, i) => {
      for (const word of list) {
        const n = numbering.of(word);
        this.words[i * width + (n >> 5)]! |= 1 << (n & 31);
      }
    });
  }

  /** How many words `i` here and `j` there have in common. */
  shared(i: number, others: WordSets, j: number): number {
    let count = 0;
    if (this.width === 1) {
      for (let both = this.words[i]! & others.words[j]!; both !== 0; both &= both - 1) count++;
      return count;
    }
    for (let w = 0; w < this.width; w++) {
      let both = this.words[i * this.width + w]! & others.words[j * this.width + w]!;
      for (; both !== 0; both &= both - 1) count++;
    }
    return count;
  }
}

/** Word sets of two sides over one numbering. */
export function wordSetsOf(some: readonly (readonly string[])[], others: readonly (readonly string[])[]): readonly [WordSets, WordSets] {
  const numbering = new Numbering();
  for (const list of [...some, ...others]) for (const word of list) numbering.of(word);
  const width = Math.max(1, Math.ceil(numbering.size / 32));
  return [new WordSets(some, numbering, width), new WordSets(others, numbering, width)];
}
