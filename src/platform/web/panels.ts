import type { Session } from "../db/session.ts";
import type { Language } from "../i18n/language.ts";
import type { Tone } from "../ui/show/tone.ts";

/** One line of a panel: a record of another slice, in words, with where it opens. */
export interface PanelLine {
  readonly key: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly to?: string | undefined;
  readonly chip?: { readonly label: string; readonly tone: Tone } | undefined;
}

/** What another slice shows on a file's page: a card of lines, and the one thing to do there. Plain data. */
export interface Panel {
  readonly title: string;
  readonly lines: readonly PanelLine[];
  /** Said where there are no lines. */
  readonly empty?: string | undefined;
  /** The whole list. */
  readonly to?: string | undefined;
  readonly action?: { readonly label: string; readonly to: string } | undefined;
}

/** A person, by the record that stands for them and by every record that is theirs; the page asks once which these are. */
export interface PersonSubject {
  readonly personId: string;
  readonly recordIds: readonly string[];
}

/** Gives a slice's panel for one subject, or null where the reader has nothing to see there. It authorises its own reader. */
export type PanelSource<Subject = PersonSubject> = (session: Session, subject: Subject, language: Language) => Promise<Panel | null>;
export type KeyedPanel = Panel & { readonly key: string };

/** A page of one slice on which others, which it does not know, may show something; the composition root tells it whose. */
export function panelDoor<Subject = PersonSubject>() {
  const sources = new Map<string, PanelSource<Subject>>();
  return {
    /** In the order they are to be shown; the same key again replaces. */
    register(key: string, source: PanelSource<Subject>): void {
      sources.set(key, source);
    },
    /** In one reading on one connection, however many slices show something. */
    load(session: Session, subject: Subject, language: Language): Promise<KeyedPanel[]> {
      return session.read(async (tx) => {
        const reading: Session = { ...session, read: (work) => work(tx) };
        const panels: KeyedPanel[] = [];
        for (const [key, source] of sources) {
          const panel = await source(reading, subject, language);
          if (panel) panels.push({ key, ...panel });
        }
        return panels;
      });
    },
  };
}
