import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import { expectManyRows, oneAhead } from "#platform/db/many-rows.ts";
import { orderedId } from "#platform/db/ordered-id.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewPerson } from "../../model/person.ts";
import type { PersonSource } from "../../model/terms.ts";
import { pinyinOf } from "#kernel/pinyin.ts";
import { tokensOf } from "../../model/search-tokens.ts";
import { insertPersons } from "../../store/persons/insert-persons.ts";
import { refreshStatistics } from "../../store/persons/list-persons.ts";
import { requireMayAdd } from "./require-may.ts";
import { addFacts } from "./add-facts.ts";
import { addTokens } from "../../store/search-tokens.ts";

/** Rows of one statement; keeps memory flat however many persons come. */
const BATCH = 1000;
/** From here on it is a bulk load, and the planner should know of the rows. */
const BULK = 200;

export interface Origin {
  readonly source: PersonSource;
  /** The import, sign-up or enquiry; `undoSource` takes back what came from it. */
  readonly sourceId?: string | null;
  /** `each` (the default): an entry per person. `summary`: one entry for all, when the caller's own record says which. */
  readonly audit?: "each" | "summary";
}

/** Adds persons with all that is known of them, in the caller's transaction; their ids in the order given. */
export async function createPersons(session: Session, tx: Tx, persons: readonly NewPerson[], origin: Origin): Promise<string[]> {
  requireMayAdd(session.actor);
  if (persons.length >= BULK) await expectManyRows(tx);
  const ids: string[] = [];
  for (let start = 0; start < persons.length; start += BATCH) {
    const batch = persons.slice(start, start + BATCH).map((person) => ({ personId: orderedId(), person }));
    await addBatch(session, tx, batch, origin);
    for (const { personId } of batch) ids.push(personId);
  }
  if (ids.length >= BULK) await refreshStatistics(tx, { onlyWhenNever: true });
  const { source, sourceId = null } = origin;
  if (origin.audit === "summary") {
    if (ids.length > 0) await recordAudit(tx, session.actor, { action: "persons.created", subjectKind: "source", subjectId: sourceId ?? source, details: { source, persons: ids.length } });
  } else await recordAudit(tx, session.actor, ids.map((subjectId) => ({ action: "person.created", subjectKind: "person", subjectId, details: { source, sourceId } })));
  return ids;
}

async function addBatch(session: Session, tx: Tx, batch: readonly { personId: string; person: NewPerson }[], { source, sourceId = null }: Origin): Promise<void> {
  const { orgId } = session.actor;
  await oneAhead([
    () => insertPersons(tx, orgId, batch.map(({ personId, person }) => ({ ...person, id: personId, namePinyin: pinyinOf(person.name) })), { source, sourceId }),
    () => addFacts(session, tx, batch.map(({ personId, person }) => ({ personId, facts: person })), { source, sourceId, fresh: true }),
    () => addTokens(tx, orgId, batch.map(({ personId, person }) => ({ personId, tokens: tokensOfPerson(person) })), { fresh: true }),
  ]);
}

/** What a person as given is found by. */
function tokensOfPerson({ name, preferredName, contacts = [] }: Pick<NewPerson, "name" | "preferredName" | "contacts">): string[] {
  return tokensOf({
    names: preferredName ? [name, preferredName] : [name],
    phones: contacts.filter(({ kind }) => kind === "mobile" || kind === "landline").map(({ value }) => value),
  });
}
