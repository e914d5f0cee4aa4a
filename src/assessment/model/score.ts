import { bandOf } from "./bands.ts";
import { abilityLevel, type AbilityLevel, type FactAnswers } from "./ability-level.ts";
import { itemsOf, rangeOf, type Band, type Instrument, type Item, type Part } from "./instrument.ts";

/** What was answered, by item. An item that is not there was left blank: it is "not scored", never zero. */
export type Answers = Readonly<Record<string, number | "na">>;

/** A sum, or why there is none. */
export interface Sum {
  /** Null: not scorable, because too many items are missing. */
  readonly value: number | null;
  readonly missing: number;
  readonly notApplicable: number;
  /** The missing items were stood for by the others, as the source allows. */
  readonly prorated: boolean;
  readonly least: number;
  readonly most: number;
}

export interface PartSum extends Sum {
  readonly partId: string;
}

/** The result of one assessment. A pure function of the version, the answers and the facts. */
export interface Score {
  readonly parts: readonly PartSum[];
  /** Null where the parts must not be added up. */
  readonly total: Sum | null;
  /** Where the total lies, before any rule about a level. */
  readonly band: Band | null;
  readonly level: AbilityLevel | null;
}

/** Scores one assessment. */
export function scoreAssessment(instrument: Instrument, answers: Answers, facts: FactAnswers = {}): Score {
  const parts = instrument.parts.map((part) => ({ partId: part.id, ...sumOf(part, answers, instrument.prorating?.mostMissing ?? 0) }));
  const total = instrument.total ? addUp(parts, instrument.total.times) : null;
  const band = total?.value == null ? null : bandOf(instrument.total?.bands ?? null, total.value);
  return { parts, total, band, level: instrument.level === null ? null : abilityLevel(band, facts) };
}

/** Answers that no item of the instrument offers. */
export function unknownAnswers(instrument: Instrument, answers: Answers): string[] {
  const items = new Map(itemsOf(instrument).map((item) => [item.id, item]));
  return Object.entries(answers).filter(([id, answer]) => !offers(items.get(id), answer)).map(([id]) => id);
}

function offers(item: Item | undefined, answer: number | "na"): boolean {
  if (!item) return false;
  return answer === "na" ? item.mayNotApply === true : item.choices.some(({ value }) => value === answer);
}

function sumOf(part: Part, answers: Answers, mostMissing: number): Sum {
  const given = part.items.map(({ id }) => answers[id]);
  const values = given.filter((value) => typeof value === "number");
  const missing = given.filter((value) => value === undefined).length;
  const notApplicable = given.filter((value) => value === "na").length;
  const asked = part.items.filter(({ id }) => answers[id] !== "na");
  const { least, most } = asked.length === 0 ? { least: 0, most: 0 } : rangeOf({ ...part, items: asked as unknown as Part["items"] });
  const plain = values.reduce((sum, value) => sum + value, 0);
  const counts = { missing, notApplicable, least, most };
  if (missing === 0) return { ...counts, value: asked.length === 0 ? null : plain, prorated: false };
  if (missing > mostMissing || values.length === 0) return { ...counts, value: null, prorated: false };
  return { ...counts, value: Math.round((plain * asked.length) / values.length), prorated: true };
}

function addUp(parts: readonly PartSum[], times: number): Sum {
  const add = (of: (part: PartSum) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const whole = parts.every(({ value }) => value !== null);
  return {
    value: whole ? add(({ value }) => value!) * times : null, missing: add(({ missing }) => missing), notApplicable: add(({ notApplicable }) => notApplicable),
    prorated: parts.some(({ prorated }) => prorated), least: add(({ least }) => least) * times, most: add(({ most }) => most) * times,
  };
}
