import { Refusal, type Difference } from "#kernel/refusal.ts";
import { answerNeedsIn, casesOf, readableCases } from "#casework/index.ts";
import { listColleagues } from "#identity/index.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { decideEntry, type Entry, type Sent } from "../model/encounter.ts";
import { knownFields } from "../model/stamp.ts";
import { decideReceive } from "../model/sync/receive.ts";
import { chainOf, insertRevision, lockEncounter, standingOf, type RevisionRow } from "../store/encounters.ts";
import { addPhotoIn, type ReadyPhoto } from "./photos/add-photo.ts";
import { stampOf } from "./stamp-of.ts";

/** Enters a service, or corrects it: the same call whether it comes from a desk or was kept on a phone for a day. What is sent twice counts once. A photograph from the same form stands or falls with it. */
export async function recordEncounter(session: Session, sent: Sent, photo: ReadyPhoto | null = null): Promise<{ id: string; revision: number }> {
  requireCapability(session.actor, "encounters.write");
  const names = new Map((await listColleagues(session)).map(({ accountId, name }) => [accountId, name]));
  return session.write("encounters.record", photo ? { ...sent, photo: photo.sentHash.toString("hex") } : sent, async (tx) => {
    const recorded = await recordEncounterIn(session, tx, sent, { names });
    if (photo) await addPhotoIn(session, tx, sent.id, photo);
    return recorded;
  });
}

/** What the caller knows that would else be looked up: colleagues by account, the case the service was given for. */
interface KnownBefore {
  readonly names?: ReadonlyMap<string, string>;
  readonly caseId?: string | null;
}

/** For a slice whose own step is a service too: in its transaction, so that nobody types it twice. The caller authorises. */
export async function recordEncounterIn(session: Session, tx: Tx, sent: Sent, { names = new Map(), caseId = null }: KnownBefore = {}): Promise<{ id: string; revision: number }> {
  const { actor, now, today } = session;
  const { id, sendKey, entry } = sent;
  await lockEncounter(tx, actor.orgId, id);
  const standing = await standingOf(tx, actor.orgId, id, sendKey);
  const decision = decideReceive(standing, sent);
  if (decision.kind === "same") return { id, revision: decision.revision };
  if (decision.kind === "clash") throw await clashOf(tx, actor.orgId, id, decision.withdrawn, entry);

  const judged = decideEntry(entry, today);
  if (!judged.allowed) throw new Refusal("conflict", `encounter.${judged.reason}`);
  if (decision.revision > 1 && sent.why === "") throw new Refusal("invalid_input", "encounter.say_why", { fields: [{ field: "why", reason: "encounter.say_why" }] });
  const cards = await requirePeople(tx, actor.orgId, entry);
  refuseChangedPeople(cards, sent);
  const colleagues = entry.colleagues.map((accountId) => ({ accountId, name: names.get(accountId) ?? "" }));
  if (colleagues.some(({ name }) => name === "")) throw new Refusal("not_found", "encounter.colleague_not_found");

  const communityId = entry.communityId ?? (entry.mode === "home" ? cards.get(entry.people[0]!.personId)!.communityId : null);
  await insertRevision(tx, actor.orgId, { encounterId: id, revision: decision.revision, sendKey, why: sent.why, caseId: caseId ?? await openCaseOf(session, tx, entry), byAccount: actor.accountId, byName: actor.name, at: now.toISOString(), colleagues }, { ...entry, communityId });
  await answerNeedsIn(session, tx, { needIds: entry.needIds, personIds: entry.people.map(({ personId }) => personId), on: entry.happenedOn });
  await recordAudit(tx, actor, {
    action: decision.revision === 1 ? "encounter.recorded" : "encounter.corrected", subjectKind: "encounter", subjectId: id,
    details: { revision: decision.revision, happenedOn: entry.happenedOn, minutes: entry.minutes, mode: entry.mode, people: entry.people.map(({ personId }) => personId) },
  });
  return { id, revision: decision.revision };
}

/** The one open case of the first client that the actor may write to; none is guessed where there are several. */
async function openCaseOf(session: Session, tx: Tx, { people }: Entry): Promise<string | null> {
  const client = people.find(({ role }) => role === "client");
  if (!client) return null;
  const open = ((await casesOf(tx, session.actor.orgId, [client.personId])).get(client.personId) ?? []).filter(({ standing }) => standing === "open");
  const mine = await readableCases(session, tx, open.map(({ caseId }) => caseId));
  return mine.size === 1 ? [...mine.keys()][0]! : null;
}

async function requirePeople(tx: Tx, orgId: string, { people }: Entry): Promise<ReadonlyMap<string, PersonCard>> {
  const cards = await personCards(tx, orgId, people.map(({ personId }) => personId));
  if (people.some(({ personId }) => cards.get(personId)?.withheldOn !== null)) throw new Refusal("not_found", "encounter.person_not_found");
  return cards;
}

/** Where it was typed something else was known of a person: shown side by side before it counts. */
function refuseChangedPeople(cards: ReadonlyMap<string, PersonCard>, { basis, stamps }: Sent): void {
  const changed = [...cards].filter(([asked, card]) => stamps[asked] !== undefined && stamps[asked] !== stampOf(card));
  if (changed.length === 0) return;
  const difference = Object.fromEntries(changed.map(([asked, card]) => [`person.${asked}`, { stored: { stamp: stampOf(card), ...knownFields(card) }, sent: asked }]));
  throw new Refusal("stale", "encounter.person_changed", { difference, params: { revision: basis } });
}

async function clashOf(tx: Tx, orgId: string, id: string, withdrawn: boolean, entry: Entry): Promise<Refusal> {
  const { revisions: [theirs] } = await chainOf(tx, orgId, id);
  const stored = theirs!;
  return new Refusal("stale", withdrawn ? "encounter.withdrawn_meanwhile" : "encounter.changed_meanwhile", {
    params: { revision: stored.revision }, difference: { ...differenceOf(entryOf(stored), entry), entry: { stored: entryOf(stored), sent: null } },
  });
}

/** What a revision says, as it would be entered. */
export function entryOf({ happenedOn, minutes, mode, communityId, placeWords, topics, needIds, seen, nextWords, nextOn, people, colleagues }: RevisionRow): Entry {
  return { happenedOn, minutes, mode, communityId, placeWords, topics: [...topics], needIds: [...needIds], seen, nextWords, nextOn, people: [...people], colleagues: colleagues.map(({ accountId }) => accountId) };
}

function differenceOf(stored: Entry, sent: Entry): Difference {
  const fields = Object.keys(stored) as (keyof Entry)[];
  return Object.fromEntries(fields.filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(sent[field])).map((field) => [field, { stored: stored[field], sent: sent[field] }]));
}
