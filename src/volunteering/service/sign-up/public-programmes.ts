import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { AgeBand } from "../../model/pathway/age-bands.ts";
import type { WaitingOrder } from "../../model/recruitment/waiting.ts";
import { versionOn } from "../../model/pathway/requirement.ts";
import { type NamedRequirement, selectPolicies } from "../../store/policies.ts";
import { lockProgramme, type Programme, selectProgrammeBySlug, selectProgrammes } from "../../store/programmes.ts";
import { found } from "../ground.ts";
import { placesOf } from "../recruitment/places-of.ts";

/** A programme as anybody may see it: what it is, what it asks, and whether it takes sign-ups today. */
export interface PublicProgramme {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly nextSteps: string;
  readonly contact: string;
  readonly lookedFor: string;
  readonly timeWords: string;
  /** `wait`: every place is taken, and there is a waiting list; `full`: there is none. */
  readonly taking: "yes" | "wait" | "full" | "not_yet" | "closed";
  /** Null where the programme names no number of places. */
  readonly places: { readonly all: number; readonly left: number; readonly waiting: number; readonly order: WaitingOrder } | null;
  readonly signUpFrom: string;
  readonly requirements: readonly NamedRequirement[];
  readonly ageBands: readonly AgeBand[];
}

/** One programme under its public name. Needs no account: the session is the organisation's own. */
export async function findPublicProgramme(session: Session, slug: string): Promise<PublicProgramme> {
  return session.read((tx) => publicProgramme(tx, session, slug));
}

/** The same inside a transaction, the programme's row held, so that places are given one after another. */
export async function holdPublicProgramme(tx: Tx, session: Session, slug: string): Promise<PublicProgramme> {
  const { id } = found(await selectProgrammeBySlug(tx, session.actor.orgId, slug), "volunteering.programme_not_found");
  return describe(tx, session, found(await lockProgramme(tx, session.actor.orgId, id), "volunteering.programme_not_found"));
}

/** The same inside a transaction. */
async function publicProgramme(tx: Tx, session: Session, slug: string): Promise<PublicProgramme> {
  const programme = found(await selectProgrammeBySlug(tx, session.actor.orgId, slug), "volunteering.programme_not_found");
  return describe(tx, session, programme);
}

async function describe(tx: Tx, { actor, today }: Session, programme: Programme): Promise<PublicProgramme> {
  const policy = versionOn(await selectPolicies(tx, actor.orgId, programme.id), today);
  const { id, slug, name, summary, nextSteps, contact, lookedFor, timeWords, signUpFrom, waitingOrder: order } = programme;
  const places = programme.places === null ? null : await placesOf(tx, actor.orgId, programme, today);
  const applies = policy?.requirements.some(({ kind }) => kind === "application") ?? false;
  const open = policy ? takingOn(programme, today) : "not_yet";
  const taken = places !== null && (places.left === 0 || places.waiting.length > 0);
  return {
    id, slug, name, summary, nextSteps, contact, lookedFor, timeWords, signUpFrom,
    taking: open === "yes" && taken ? (programme.whenFull === "wait" && applies ? "wait" : "full") : open,
    places: places && { all: programme.places!, left: places.waiting.length > 0 ? 0 : places.left, waiting: places.waiting.length, order },
    requirements: (policy?.requirements ?? []) as readonly NamedRequirement[], ageBands: policy?.ageBands ?? [],
  };
}

/** The programmes of one organisation that take sign-ups today. */
export async function listPublicProgrammes(session: Session): Promise<Programme[]> {
  const programmes = await session.read((tx) => selectProgrammes(tx, session.actor.orgId));
  return programmes.filter((programme) => takingOn(programme, session.today) === "yes");
}

function takingOn({ signUpFrom, signUpUntil }: Programme, on: string): "yes" | "not_yet" | "closed" {
  if (on < signUpFrom) return "not_yet";
  return signUpUntil !== null && on > signUpUntil ? "closed" : "yes";
}
