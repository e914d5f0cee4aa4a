/** The same words in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One way to answer an item. */
export interface Choice {
  readonly value: number;
  /** Absent where the words belong to a licensed scale: then only the score is shown. */
  readonly label?: Words;
}

/** One question (条目). */
export interface Item {
  /** Unique within the instrument, at most 12 signs; what is typed is kept under it. */
  readonly id: string;
  /** Its number on paper, e.g. `5-2`. */
  readonly number: string;
  /** Absent where the text is licensed: an organisation may bring in its own copy. */
  readonly text?: Words;
  readonly choices: readonly [Choice, Choice, ...Choice[]];
  /** "Does not apply" may be answered: then the item counts neither as answered nor as missing. */
  readonly mayNotApply?: true;
}

/** A part that is scored by itself (维度), in the order of the sheet. */
export interface Part {
  readonly id: string;
  readonly label: Words;
  readonly items: readonly [Item, ...Item[]];
  /** The worst choice of an item here must not wait. */
  readonly pressing?: true;
}

/** What must be known besides the items, answered yes or no. */
export interface Fact {
  readonly id: string;
  readonly text: Words;
}

export interface Band {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly key: string;
  readonly label: Words;
  readonly tone: "ok" | "calm" | "due" | "late";
}

/** Where totals are divided, and who says so. */
export interface Bands {
  /** In order of the total; together they hold every total without a gap. */
  readonly lines: readonly [Band, ...Band[]];
  readonly source: Words;
  readonly verified: boolean;
}

/** A total over all items; absent where the parts must not be added up. */
export interface Total {
  /** What the sum is multiplied with: 4 for WHO-5. */
  readonly times: number;
  readonly bands: Bands | null;
  /** The least difference between two totals that means something, where the source says. */
  readonly change: { readonly least: number; readonly source: Words } | null;
}

/** How many items of a part may be missing before it cannot be scored; the others then stand for them. Only where the source allows it. */
export interface Prorating {
  readonly mostMissing: number;
  readonly source: Words;
}

/** An assessment instrument (评估工具) as a versioned data pack. A version once used never changes; a change is a new version. */
export interface Instrument {
  readonly id: string;
  readonly version: number;
  /** Offered from this day, `YYYY-MM-DD`. */
  readonly validFromOn: string;
  readonly name: Words;
  readonly about: Words;
  readonly licence: Words;
  readonly source: Words;
  /** False while the scoring has not been held against the original print. */
  readonly verified: boolean;
  readonly parts: readonly [Part, ...Part[]];
  readonly facts: readonly Fact[];
  readonly total: Total | null;
  readonly prorating: Prorating | null;
  /** Which rules turn a band into a level afterwards. */
  readonly level: "ability" | null;
  /** Which way is better. */
  readonly better: "up" | "down";
  readonly assessors: { readonly least: number; /** At least one with a medical or nursing training. */ readonly medical: boolean };
  /** Whole days until the next assessment is due, unless said otherwise; null when nothing says so. */
  readonly repeatDays: number | null;
}

/** Every item in the order of the sheet. */
export const itemsOf = (instrument: Instrument): readonly Item[] => instrument.parts.flatMap(({ items }) => items);

/** The least and the most a part can come to. */
export function rangeOf({ items }: Part): { least: number; most: number } {
  const values = items.map(({ choices }) => choices.map(({ value }) => value));
  return { least: values.reduce((sum, each) => sum + Math.min(...each), 0), most: values.reduce((sum, each) => sum + Math.max(...each), 0) };
}

/** Has it items whose words belong to somebody else? */
export const isLicensed = (instrument: Instrument): boolean => itemsOf(instrument).some(({ text }) => text === undefined);

/** Choices by their scores alone. */
export function scores(first: number, second: number, ...others: readonly number[]): [Choice, Choice, ...Choice[]] {
  return [{ value: first }, { value: second }, ...others.map((value) => ({ value }))];
}

/** Whole scores from one number to another. */
export function scale(from: number, to: number): [Choice, Choice, ...Choice[]] {
  const [first = from, second = to, ...others] = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return scores(first, second, ...others);
}

/** Items whose answer must not wait: the highest choice of a pressing part. */
export function pressingItems(instrument: Instrument, answers: Readonly<Record<string, number | "na">>): Item[] {
  return instrument.parts.filter(({ pressing }) => pressing).flatMap(({ items }) => items.filter(({ id, choices }) => answers[id] === Math.max(...choices.map(({ value }) => value))));
}
