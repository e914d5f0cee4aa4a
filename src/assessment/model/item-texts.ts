import { itemsOf, type Instrument, type Item } from "./instrument.ts";

/** What a licensed copy says: the text of an item and the words of its choices, by item and by score. */
export type ItemTexts = Readonly<Record<string, { readonly text: string; readonly choices: Readonly<Record<string, string>> }>>;

/** One line of a file that was brought in. */
export interface TextRow {
  /** As the person counts it in the file. */
  readonly row: number;
  readonly item: string;
  readonly text: string;
  /** Words by the score of the choice. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Something to mend in the file, with its row and field. */
export interface TextFault {
  readonly row: number;
  readonly field: string;
  readonly reason: "item_missing" | "item_unknown" | "item_twice" | "text_missing" | "text_too_long" | "choice_unknown" | "no_rows" | "not_json" | "no_header";
}

const LONGEST = 1000;

/** Holds rows against the instrument. Nothing is taken in while there is a fault. Items that are not in the file keep their number only. */
export function readItemTexts(instrument: Instrument, rows: readonly TextRow[]): { readonly texts: ItemTexts; readonly faults: readonly TextFault[] } {
  const items = new Map(itemsOf(instrument).map((item) => [item.number, item]));
  const texts: Record<string, ItemTexts[string]> = {};
  const faults = rows.flatMap((row) => {
    const item = items.get(row.item.trim());
    const found = faultsOf(row, item, texts);
    if (item && found.length === 0) texts[item.id] = { text: row.text.trim(), choices: Object.fromEntries(Object.entries(row.choices).filter(([, words]) => words.trim() !== "").map(([score, words]) => [score, words.trim()])) };
    return found;
  });
  return { texts, faults: rows.length === 0 ? [{ row: 1, field: "item", reason: "no_rows" }] : faults };
}

function faultsOf({ row, item: number, text, choices }: TextRow, item: Item | undefined, before: ItemTexts): TextFault[] {
  if (number.trim() === "") return [{ row, field: "item", reason: "item_missing" }];
  if (!item) return [{ row, field: "item", reason: "item_unknown" }];
  const faults: TextFault[] = [];
  if (before[item.id]) faults.push({ row, field: "item", reason: "item_twice" });
  if (text.trim() === "") faults.push({ row, field: "text", reason: "text_missing" });
  if (text.length > LONGEST) faults.push({ row, field: "text", reason: "text_too_long" });
  for (const [score, words] of Object.entries(choices)) {
    if (words.trim() === "") continue;
    if (!item.choices.some(({ value }) => String(value) === score)) faults.push({ row, field: score, reason: "choice_unknown" });
    else if (words.length > LONGEST) faults.push({ row, field: score, reason: "text_too_long" });
  }
  return faults;
}

/** The instrument with the words an organisation brought in; items of our own keep theirs. */
export function withTexts(instrument: Instrument, texts: ItemTexts | undefined): Instrument {
  if (!texts) return instrument;
  const both = (words: string) => ({ zh: words, en: words });
  const named = (item: Item): Item => {
    const own = texts[item.id];
    if (!own || item.text) return item;
    const choices = item.choices.map((choice) => (own.choices[choice.value] === undefined ? choice : { ...choice, label: both(own.choices[choice.value]!) }));
    return { ...item, text: both(own.text), choices: choices as unknown as Item["choices"] };
  };
  return { ...instrument, parts: instrument.parts.map((part) => ({ ...part, items: part.items.map(named) })) as unknown as Instrument["parts"] };
}
