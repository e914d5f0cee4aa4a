/** How pressing it is to see somebody regularly (走访频率). */
export const TIERS = ["high", "middle", "low"] as const;
export type Tier = (typeof TIERS)[number];

/** What adds to somebody's place on the list; each is shown beside them with its points. */
export const PARTS = ["age80", "age70", "severe", "disabled", "alone", "at_home", "quiet30", "quiet60", "quiet90", "never", "carer_many", "carer_some"] as const;
export type Part = (typeof PARTS)[number];

/** The rules of a list in force from a day. */
export interface RhythmPack {
  readonly version: number;
  /** `YYYY-MM-DD`. */
  readonly validFromOn: string;
  readonly source: { readonly zh: string; readonly en: string };
  /** The day somebody checked it against its source; null while nobody has. */
  readonly verified: string | null;
  /** Longest between two contacts, in days. */
  readonly tierDays: Readonly<Record<Tier, number>>;
  readonly points: Readonly<Record<Part, number>>;
  /** A carer's strain (照顾压力) counts for so many days after it was asked about; 0: not at all. */
  readonly strainDays: number;
}

const FIRST: RhythmPack = {
  version: 1, validFromOn: "2026-01-01", verified: null,
  source: { zh: "本系统的起始设置：高风险每周、中风险每月、低风险每季度联系一次", en: "The system's own beginning: high risk weekly, middle monthly, low quarterly" },
  tierDays: { high: 7, middle: 30, low: 90 },
  points: { age80: 3, age70: 2, severe: 3, disabled: 1, alone: 3, at_home: 2, quiet30: 1, quiet60: 2, quiet90: 3, never: 3, carer_many: 0, carer_some: 0 },
  strainDays: 0,
};

/** Version 2 adds the strain of whoever cares for them. */
const RHYTHM_PACKS: readonly [RhythmPack, ...RhythmPack[]] = [FIRST, { ...FIRST, version: 2, validFromOn: "2026-11-01", points: { ...FIRST.points, carer_many: 3, carer_some: 1 }, strainDays: 365 }];

/** The newest version in force on a day; the first one before any was. */
export const rhythmOn = (day: string): RhythmPack => RHYTHM_PACKS.filter((pack) => pack.validFromOn <= day).reduce((newest, pack) => (pack.version > newest.version ? pack : newest), RHYTHM_PACKS[0]);
