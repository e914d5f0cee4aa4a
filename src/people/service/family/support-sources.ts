import type { Session } from "#platform/db/session.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Support } from "../../model/family/ecomap.ts";

/** What another slice knows of somebody's supports: a volunteer's pair, a service, an organisation. It authorises its own reader. */
export type SupportSource = (session: Session, personId: string, language: Language) => Promise<readonly Support[]>;

const sources = new Map<string, SupportSource>();

/** Where supports for an ecomap come from besides what people know; the composition root tells it whose. */
export const supportSources = {
  register(key: string, source: SupportSource): void { sources.set(key, source); },
  async load(session: Session, personId: string, language: Language): Promise<Support[]> {
    return (await Promise.all([...sources.values()].map((source) => source(session, personId, language)))).flat();
  },
};
