import type { Session } from "../db/session.ts";
import type { Language } from "../i18n/language.ts";

/** One thing found, in words, with the page where it opens: enough to tell two of one name apart, nothing sensitive. */
export interface FoundLine {
  readonly to: string;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** What one slice found, the best first; one line more than was asked for means that there are more. */
export interface Found {
  readonly title: string;
  readonly lines: readonly FoundLine[];
}

export interface SearchAsk {
  /** As typed, trimmed, at most sixty characters; never empty. */
  readonly q: string;
  /** How many lines are wanted. */
  readonly limit: number;
}

/** Searches one slice's own things. It authorises its own reader: null where the reader may not look there at all, so that not even a number is told. */
export type SearchSource = (session: Session, ask: SearchAsk, language: Language) => Promise<Found | null>;

export interface FoundGroup extends Found { readonly key: string; readonly more: boolean }

const sources = new Map<string, SearchSource>();

/** What the house-wide search looks through; the composition root tells it the slices, in the order their things are shown. */
export const searchSources = {
  register(key: string, source: SearchSource): void {
    sources.set(key, source);
  },
  /** Groups with something in them, in one reading on one connection; with `only`, of one source. */
  load(session: Session, { q, limit }: SearchAsk, language: Language, only: string | null = null): Promise<FoundGroup[]> {
    const wanted = q.trim().slice(0, 60);
    if (wanted === "") return Promise.resolve([]);
    return session.read(async (tx) => {
      const reading: Session = { ...session, read: (work) => work(tx) };
      const groups: FoundGroup[] = [];
      for (const [key, source] of sources) {
        if (only !== null && key !== only) continue;
        const found = await source(reading, { q: wanted, limit }, language);
        if (found && found.lines.length > 0) groups.push({ key, title: found.title, lines: found.lines.slice(0, limit), more: found.lines.length > limit });
      }
      return groups;
    });
  },
};
