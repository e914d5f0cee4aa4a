import { Refusal } from "#kernel/refusal.ts";
import { authorise, can } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { unitNames } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { consentsOn } from "../../model/consents/consent.ts";
import { SHOW_PERSON, SHOW_SENSITIVE } from "../../model/policy.ts";
import { consentTrail } from "../../store/facts/consents.ts";
import { disabilitiesOf, roleEpisodesOf, situationsOf } from "../../store/facts/dated-facts.ts";
import { contactsOf, identifiersOf } from "../../store/facts/records-of.ts";
import { relativesOfRecords } from "../../store/facts/relationships.ts";
import { interestRows, languageRows } from "../../store/facts/words.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { readPerson, type Person } from "../../store/persons/persons.ts";
import { mergesOf } from "../../store/sources/merges.ts";
import { obligationsOf } from "../consents/list-obligations.ts";
import { noteRead } from "./note-read.ts";

export type PersonFile = Exclude<Awaited<ReturnType<typeof showPerson>>, { movedTo: string }>;

/**
 * One person's file. A merged record answers with where it went. Disability and identity numbers are there only for readers with a
 * second factor; of numbers the last four signs at most. Each reading is noted.
 */
export async function showPerson(session: Session, personId: string) {
  const { actor } = session;
  authorise(actor, SHOW_PERSON, { orgId: actor.orgId });
  const sensitive = can(actor, SHOW_SENSITIVE, { orgId: actor.orgId }).allow;
  const file = await session.read((tx) => readFile(tx, session, personId, sensitive));
  if (!("movedTo" in file)) await noteRead(session, { action: "person.read", subjectKind: "person", subjectId: personId, details: { sensitive } });
  return file;
}

async function readFile(tx: Tx, session: Session, personId: string, sensitive: boolean) {
  const { actor: { orgId, capabilities }, today } = session;
  const person = await readPerson(tx, orgId, personId);
  if (!person) throw new Refusal("not_found", "person.not_found");
  if (person.mergedInto) return { movedTo: person.mergedInto };
  const withheld = person.withheldOn !== null;
  if (withheld && !capabilities.has("people.reveal")) throw new Refusal("forbidden", "person.withheld");
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId)!;
  const trail = await consentTrail(tx, orgId, records);
  return {
    person: withheld ? { ...person, ...BLANK } : person, records, sensitive,
    ...(withheld ? NOTHING : await factsOf(tx, orgId, person, records, sensitive)),
    consents: Object.fromEntries(consentsOn(trail, today)), trail, duties: await obligationsOf(session, tx, records),
    merges: await mergesOf(tx, orgId, personId),
  };
}

/** Of somebody who does not let their data be kept, only who it is and what they said stays readable, to deal with the withdrawal. */
const BLANK = { preferredName: null, sex: null, birthOn: null, birthPrecision: null, ethnicity: null, communityId: null, laneId: null, address: null, registeredAddress: null, remarks: null } as const;
type Facts = Awaited<ReturnType<typeof factsOf>>;
const NOTHING: Facts = { communityName: null, laneName: null, contacts: [], identifiers: [], disabilities: [], situations: [], roles: [], relatives: [], interests: [], languages: [] };

async function factsOf(tx: Tx, orgId: string, person: Person, records: readonly string[], sensitive: boolean) {
  const places = await unitNames(tx, orgId, [person.communityId, person.laneId].filter((id) => id !== null));
  const wordsOf = (rows: readonly { readonly word: string }[]) => [...new Set(rows.map(({ word }) => word))];
  return {
    communityName: places.get(person.communityId ?? "")?.name ?? null,
    laneName: places.get(person.laneId ?? "")?.name ?? null,
    // Whoever does not want to be contacted is not called by mistake.
    contacts: person.noContactOn === null ? (await contactsOf(tx, orgId, [person.id])).filter(({ untilOn }) => untilOn === null) : [],
    identifiers: sensitive ? (await identifiersOf(tx, orgId, [person.id])).map(({ sealed: _sealed, blind: _blind, ...shown }) => shown) : [],
    disabilities: sensitive ? await disabilitiesOf(tx, orgId, records) : [],
    situations: await situationsOf(tx, orgId, records),
    roles: await roleEpisodesOf(tx, orgId, records),
    relatives: (await relativesOfRecords(tx, orgId, records)).filter(({ otherId }) => otherId === null || !records.includes(otherId)),
    interests: wordsOf(await interestRows(tx, orgId, records)),
    languages: wordsOf(await languageRows(tx, orgId, records)),
  };
}
