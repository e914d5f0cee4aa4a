/** What a sentence needs, as the model hands it over. */
export type Params = Readonly<Record<string, string | number>>;

/** Sentences by key; the model names the key, the language the words. */
export type Sentences = Readonly<Record<string, (params: Params) => string>>;

/** `9:05` from minutes after midnight. */
export function clockOf(minutes: string | number | undefined): string {
  const all = Number(minutes ?? 0);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}

/** Kilometres to one decimal, from metres. */
export function kilometresOf(metres: string | number | undefined): string {
  return (Math.round(Number(metres ?? 0) / 100) / 10).toString();
}
