import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { interestRows, languageRows, replaceInterests, replaceLanguages } from "../../store/facts/words.ts";
import { requireMayRecord } from "../persons/require-may.ts";
import { requirePersons } from "../persons/require-persons.ts";

type Words = ReadonlyMap<string, readonly string[]>;

/** Interests by person. */
export const interestsOf = (tx: Tx, orgId: string, ids: readonly string[]): Promise<Words> => wordsOf(tx, orgId, ids, interestRows);
/** Languages by person. */
export const languagesOf = (tx: Tx, orgId: string, ids: readonly string[]): Promise<Words> => wordsOf(tx, orgId, ids, languageRows);

async function wordsOf(tx: Tx, orgId: string, asked: readonly string[], read: typeof interestRows): Promise<Words> {
  const identities = await identitiesOf(tx, orgId, [...new Set(asked)]);
  const byRecord = Map.groupBy(await read(tx, orgId, [...new Set([...identities.values()].flat())]), ({ personId }) => personId);
  return new Map([...identities].map(([id, ids]) => [id, [...new Set(ids.flatMap((record) => (byRecord.get(record) ?? []).map(({ word }) => word)))]]));
}

/** Says anew what somebody is interested in. */
export const setInterests = (session: Session, tx: Tx, personId: string, words: readonly string[]) => setWords(session, tx, personId, words, "interests");
/** Says anew what somebody speaks or signs. */
export const setLanguages = (session: Session, tx: Tx, personId: string, words: readonly string[]) => setWords(session, tx, personId, words, "languages");

async function setWords({ actor }: Session, tx: Tx, personId: string, words: readonly string[], what: "interests" | "languages"): Promise<void> {
  requireMayRecord(actor);
  await requirePersons(tx, actor.orgId, [personId]);
  const tidy = [...new Set(words.map((word) => word.trim()).filter((word) => word !== ""))];
  await (what === "interests" ? replaceInterests : replaceLanguages)(tx, actor.orgId, personId, tidy);
  await recordAudit(tx, actor, { action: `person.${what}_changed`, subjectKind: "person", subjectId: personId, details: { words: tidy.length } });
}

/** Says both anew; for forms and the API. */
export async function sayWords(session: Session, { personId, interests, languages }: { personId: string; interests: readonly string[]; languages: readonly string[] }): Promise<void> {
  await session.write("people.say-words", { personId, interests, languages }, async (tx) => {
    await setInterests(session, tx, personId, interests);
    await setLanguages(session, tx, personId, languages);
  });
}
