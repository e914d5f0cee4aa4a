import type { Session } from "../db/session.ts";
import type { Language } from "../i18n/language.ts";

/** Somebody who can open a file, and by what right, in words. */
export interface FileViewer { readonly name: string; readonly why: string }

/** A file as the page of who can see it names it. */
export interface FileAccess {
  readonly title: string;
  /** The file's own page. */
  readonly to: string;
  readonly viewers: readonly FileViewer[];
}

/** Tells who can open one file today. It authorises its own reader: only who may open the file may ask. */
export type AccessSource = (session: Session, fileId: string, language: Language) => Promise<FileAccess>;
/** Further people another slice lets see some of it. Asked only after the file's own source let the reader in. */
type MoreViewers = (session: Session, fileId: string, language: Language) => Promise<readonly FileViewer[]>;

const sources = new Map<string, AccessSource>();
const further = new Map<string, Map<string, MoreViewers>>();

/** Who can see what kind of file (谁能看); the composition root tells it the kinds, named as the trail names them. */
export const fileAccess = {
  register(kind: string, source: AccessSource): void {
    sources.set(kind, source);
  },
  /** Another slice's page on which part of such a file is seen. */
  add(kind: string, key: string, more: MoreViewers): void {
    further.set(kind, (further.get(kind) ?? new Map<string, MoreViewers>()).set(key, more));
  },
  /** Null for a kind nobody registered. */
  async load(session: Session, kind: string, fileId: string, language: Language): Promise<FileAccess | null> {
    const found = await sources.get(kind)?.(session, fileId, language);
    return found ? { ...found, viewers: [...found.viewers, ...await this.moreOf(session, kind, fileId, language)] } : null;
  },
  async moreOf(session: Session, kind: string, fileId: string, language: Language): Promise<FileViewer[]> {
    return (await Promise.all([...further.get(kind)?.values() ?? []].map((more) => more(session, fileId, language)))).flat();
  },
};
