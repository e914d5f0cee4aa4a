import { viewersByRight } from "#identity/index.ts";
import type { Session } from "#platform/db/session.ts";
import type { Language } from "#platform/i18n/language.ts";
import { fileAccess, type FileViewer } from "#platform/web/file-access.ts";
import { peopleText } from "../../messages/index.ts";

/** Everybody who can see something of a person's file today and why: by their role, and those other slices let see part of it. The caller authorises. */
export async function personViewers(session: Session, personId: string, language: Language, { withheld = false } = {}): Promise<FileViewer[]> {
  const why = peopleText[language].access;
  const rights = [{ capability: "people.reveal", why: why.reveal }, { capability: "people.write", why: why.write }, { capability: "people.read", why: why.read }] as const;
  return [...await viewersByRight(session, withheld ? rights.slice(0, 1) : rights), ...await fileAccess.moreOf(session, "person", personId, language)];
}
