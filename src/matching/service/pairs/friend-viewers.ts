import { personCards, whoDeclined } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { FileViewer } from "#platform/web/file-access.ts";
import { matchingText } from "../../messages/index.ts";
import { readPairs } from "../../store/pairs.ts";

/** The states in which a friend sees how a resident is called and reached. */
const SEEN = ["accepted", "introduced", "trial", "active", "paused"] as const;

/** Friends who see part of a resident's file today. Asked after the file itself let its reader in. */
export async function friendViewers({ actor: { orgId }, today, read }: Session, personId: string, language: Language): Promise<FileViewer[]> {
  return read(async (tx) => {
    if ((await whoDeclined(tx, orgId, [personId], "be_matched", today)).size > 0) return [];
    const pairs = await readPairs(tx, orgId, { residentId: personId, states: SEEN }, today);
    const cards = await personCards(tx, orgId, pairs.map(({ helperId }) => helperId));
    return pairs.map(({ helperId }) => ({ name: cards.get(helperId)?.name ?? "", why: matchingText[language].friendSees }));
  });
}
