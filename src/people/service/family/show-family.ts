import { Refusal } from "#kernel/refusal.ts";
import { authorise, can } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Support } from "../../model/family/ecomap.ts";
import { familyOf, type Member, type Tie } from "../../model/family/family.ts";
import { kinOf } from "../../model/family/kin.ts";
import { SHOW_PERSON, SHOW_SENSITIVE } from "../../model/policy.ts";
import { householdMembers, supportsOfRecords } from "../../store/facts/households.ts";
import type { Relative } from "../../store/facts/relationships.ts";
import { marksOfRelationships } from "../../store/facts/relationships.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { relativesOf } from "../facts/add-relationships.ts";
import { noteRead } from "../files/note-read.ts";
import { personCards, type PersonCard } from "../persons/person-cards.ts";
import { supportSources } from "./support-sources.ts";

/** How far the picture walks from the person: their relatives', and theirs again. */
const STEPS = 3;
const MOST_PEOPLE = 60;

/**
 * The family and the supports of one person, as facts; the pictures are laid out of them. Disability is there only for readers
 * with a second factor, and whoever lets no data be kept is only a name. Each reading is noted.
 */
export async function showFamily(session: Session, personId: string, language: Language) {
  const { actor } = session;
  authorise(actor, SHOW_PERSON, { orgId: actor.orgId });
  const sensitive = can(actor, SHOW_SENSITIVE, { orgId: actor.orgId }).allow;
  const found = await session.read(async (tx) => {
    const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
    if (!card) throw new Refusal("not_found", "person.not_found");
    const records = (await identitiesOf(tx, actor.orgId, [card.id])).get(card.id)!;
    const around = await gather(tx, actor.orgId, card.id);
    const own = around.relatives.get(card.id) ?? [];
    const household = await householdMembers(tx, actor.orgId, records);
    const living = new Set(household.filter(({ untilOn }) => untilOn === null).map((one) => one.personId ?? one.relationshipId!));
    const members = [...around.cards.values()].map((one) => memberOf(one, sensitive)).concat(around.nameOnly);
    return {
      person: { id: card.id, name: card.name, preferredName: card.preferredName }, relatives: own, household, living: [...living],
      marks: await marksOfRelationships(tx, actor.orgId, own.map(({ id }) => id)), noted: await supportsOfRecords(tx, actor.orgId, records),
      family: familyOf(card.id, members, around.ties), sensitive,
    };
  });
  await noteRead(session, { action: "person.family_read", subjectKind: "person", subjectId: found.person.id, details: { sensitive } });
  return { ...found, supports: await supportsOf(session, found, language) };
}

interface Around { readonly cards: Map<string, PersonCard>; readonly relatives: Map<string, readonly Relative[]>; readonly nameOnly: Member[]; readonly ties: Tie[] }

/** Walks out from a person, one statement a step; somebody known by name only is the end of a way. */
async function gather(tx: Tx, orgId: string, centre: string): Promise<Around> {
  const around: Around = { cards: new Map(), relatives: new Map(), nameOnly: [], ties: [] };
  let wave = [centre];
  for (let step = 0; step <= STEPS && wave.length > 0; step++) {
    for (const [, card] of await personCards(tx, orgId, wave)) around.cards.set(card.id, card);
    if (step === STEPS) break;
    const relatives = await relativesOf(tx, orgId, wave);
    const next = new Set<string>();
    for (const id of wave) {
      const kin = (relatives.get(id) ?? []).filter(({ relation }) => kinOf(relation) !== null);
      around.relatives.set(id, step === 0 ? relatives.get(id) ?? [] : kin);
      for (const one of kin) {
        around.ties.push({ a: id, b: one.otherId ?? one.id, relation: one.relation, ended: one.untilOn !== null });
        if (one.otherId === null) around.nameOnly.push({ id: one.id, name: one.otherName, sex: null, birthOn: null, deceasedOn: null, disabled: false });
        else if (!around.cards.has(one.otherId) && around.cards.size + next.size < MOST_PEOPLE) next.add(one.otherId);
      }
    }
    wave = [...next].toSorted();
  }
  return around;
}

function memberOf({ id, name, sex, birthOn, deceasedOn, disabilityType, disabilityGrade, withheldOn }: PersonCard, sensitive: boolean): Member {
  if (withheldOn !== null) return { id, name, sex: null, birthOn: null, deceasedOn: null, disabled: false };
  return { id, name, sex, birthOn, deceasedOn, disabled: sensitive && (disabilityType !== null || disabilityGrade !== null) };
}

/** Everybody and everything around the person: relatives alive who live elsewhere, what was noted, and what other slices know. */
async function supportsOf(session: Session, { person, relatives, living, noted, family }: { family: Pick<ReturnType<typeof familyOf>, "members">; person: { id: string }; relatives: readonly Relative[]; living: readonly string[]; noted: Awaited<ReturnType<typeof supportsOfRecords>> }, language: Language): Promise<Support[]> {
  const current = noted.filter(({ untilOn }) => untilOn === null);
  const said = new Map(current.filter(({ relationshipId }) => relationshipId !== null).map((one) => [one.relationshipId!, one]));
  const dead = new Set(family.members.filter(({ deceasedOn }) => deceasedOn !== null).map(({ id }) => id));
  const kin = relatives.filter(({ id, otherId, untilOn, contactRule }) => (untilOn === null || contactRule === "must_not") && !dead.has(otherId ?? id) && (said.has(id) || !living.includes(otherId ?? id)));
  return [
    ...kin.map((one): Support => ({ key: `relative ${one.id} ${one.forward}`, kind: "relative", name: one.otherName, note: [one.relation, said.get(one.id)?.note].filter(Boolean).join(" · "), tie: said.get(one.id)?.tie ?? (one.contactRule === "must_not" ? "broken" : "unsaid") })),
    ...current.filter(({ relationshipId }) => relationshipId === null).map(({ id, kind, name, note, tie }): Support => ({ key: `noted ${id}`, kind, name: name!, note, tie })),
    ...await supportSources.load(session, person.id, language),
  ];
}
