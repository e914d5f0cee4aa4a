import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { AgeBand } from "../../model/pathway/age-bands.ts";
import { versionOn } from "../../model/pathway/requirement.ts";
import { type NamedRequirement, selectPolicies } from "../../store/policies.ts";
import { type Programme, selectProgrammeBySlug, selectProgrammes } from "../../store/programmes.ts";
import { found } from "../ground.ts";

/** A programme as anybody may see it: what it is, what it asks, and whether it takes sign-ups today. */
export interface PublicProgramme {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly nextSteps: string;
  readonly contact: string;
  readonly taking: "yes" | "not_yet" | "closed";
  readonly signUpFrom: string;
  readonly requirements: readonly NamedRequirement[];
  readonly ageBands: readonly AgeBand[];
}

/** One programme under its public name. Needs no account: the session is the organisation's own. */
export async function findPublicProgramme(session: Session, slug: string): Promise<PublicProgramme> {
  return session.read((tx) => publicProgramme(tx, session, slug));
}

/** The same inside a transaction. */
export async function publicProgramme(tx: Tx, { actor, today }: Session, slug: string): Promise<PublicProgramme> {
  const programme = found(await selectProgrammeBySlug(tx, actor.orgId, slug), "volunteering.programme_not_found");
  const policy = versionOn(await selectPolicies(tx, actor.orgId, programme.id), today);
  const { id, name, summary, nextSteps, contact, signUpFrom } = programme;
  return {
    id, slug, name, summary, nextSteps, contact, signUpFrom, taking: policy ? takingOn(programme, today) : "not_yet",
    requirements: (policy?.requirements ?? []) as readonly NamedRequirement[], ageBands: policy?.ageBands ?? [],
  };
}

/** The programmes of one organisation that take sign-ups today. */
export async function listPublicProgrammes(session: Session): Promise<Programme[]> {
  const programmes = await session.read((tx) => selectProgrammes(tx, session.actor.orgId));
  return programmes.filter((programme) => takingOn(programme, session.today) === "yes");
}

function takingOn({ signUpFrom, signUpUntil }: Programme, on: string): PublicProgramme["taking"] {
  if (on < signUpFrom) return "not_yet";
  return signUpUntil !== null && on > signUpUntil ? "closed" : "yes";
}
