import type { Population } from "./population.ts";

/** One need that can be counted (需求条目), e.g. `company.friend`. */
export interface NeedCode {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** For whom it is offered when needs are asked about. */
  readonly populations: readonly Population[];
}

/** A field of life that groups codes (需求领域). */
export interface NeedTopic {
  readonly topic: string;
  readonly zh: string;
  readonly en: string;
  readonly codes: readonly NeedCode[];
}

/** A list of needs in force from a day. A code once used never changes its meaning; a new meaning is a new code in a new version. */
export interface NeedPack {
  readonly version: number;
  /** `YYYY-MM-DD`. */
  readonly validFromOn: string;
  readonly source: { readonly zh: string; readonly en: string };
  readonly topics: readonly NeedTopic[];
}

/** The topics with the codes meant for a population; topics without any are left out. */
export function topicsFor(pack: NeedPack, population: Population): NeedTopic[] {
  return pack.topics
    .map((topic) => ({ ...topic, codes: topic.codes.filter((code) => code.populations.includes(population)) }))
    .filter((topic) => topic.codes.length > 0);
}

/** A code of a pack; undefined when the pack does not know it. */
export function findCode(pack: NeedPack, code: string): NeedCode | undefined {
  return pack.topics.flatMap((topic) => topic.codes).find((one) => one.code === code);
}

/** The newest version in force on a day; the first one before any was. */
export function packOn(packs: readonly [NeedPack, ...NeedPack[]], day: string): NeedPack {
  return packs.filter((pack) => pack.validFromOn <= day).reduce((newest, pack) => (pack.version > newest.version ? pack : newest), packs[0]);
}
