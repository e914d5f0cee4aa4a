import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { isSatisfied } from "../../model/pathway/requirement-state.ts";
import type { RequirementKind } from "../../model/pathway/requirement.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import type { WaitingOrder } from "../../model/recruitment/waiting.ts";
import { selectPolicies } from "../../store/policies.ts";
import { selectProgramme, type Programme } from "../../store/programmes.ts";
import { selectInterviews, selectLastRefusal, type ToldRefusal } from "../../store/recruitment.ts";
import { selectSignUp } from "../../store/volunteers.ts";
import { found, holdVolunteer, readProgramme, readVolunteer } from "../ground.ts";
import { addFacts, standingOf } from "../standing.ts";
import { applicationOf } from "./application-of.ts";
import { readApplicationPass } from "./passes.ts";
import { placesOf } from "./places-of.ts";

/** What the applicant's own page shows: where their application stands; nobody's name, and nothing of what colleagues wrote. */
export interface Application {
  readonly programme: Pick<Programme, "slug" | "name" | "nextSteps" | "contact">;
  readonly state: "received" | "waiting" | "declined" | "withdrawn" | "left" | Extract<Status, "approved" | "service_team" | "reserve">;
  /** Place in the waiting list, from 1, of how many, and by which order; null unless waiting. */
  readonly turn: { readonly number: number; readonly of: number; readonly order: WaitingOrder } | null;
  readonly steps: readonly { readonly key: string; readonly kind: RequirementKind; readonly name: string; readonly done: boolean }[];
  readonly interview: { readonly onDay: string; readonly fromTime: string; readonly place: string } | null;
  readonly refusal: (Pick<ToldRefusal, "reasons" | "offers" | "words"> & { readonly otherProgramme: Pick<Programme, "slug" | "name"> | null }) | null;
}

/** The page behind an applicant's code. A second sign-up's shows what a new one would be shown: whose the first was, the code does not prove. */
export async function showApplication(session: Session, pass: string): Promise<Application> {
  return session.read(async (tx) => {
    const { volunteerId, first } = await signUpOf(session, tx, pass);
    return first ? ownApplication(session, tx, volunteerId) : asIfNew(session, tx, volunteerId);
  });
}

async function ownApplication(session: Session, tx: Tx, volunteerId: string): Promise<Application> {
  const { actor: { orgId }, today } = session;
  const volunteer = await readVolunteer(tx, session.actor, volunteerId);
  const programme = await readProgramme(tx, session.actor, volunteer.programmeId);
  const standing = await standingOf(tx, orgId, volunteer, today);
  const { waiting } = await placesOf(tx, orgId, programme, today);
  const index = waiting.findIndex((one) => one.volunteerId === volunteerId);
  const withdrawn = standing.requirements.some(({ kind, state }) => kind === "application" && state === "withdrawn");
  const told = standing.declined ? await selectLastRefusal(tx, orgId, volunteerId) : undefined;
  const names = new Map((await selectPolicies(tx, orgId, programme.id)).find(({ version }) => version === standing.version)?.requirements.map(({ key, name }) => [key, name]));
  const next = (await selectInterviews(tx, orgId, { volunteerId })).find(({ onDay, off }) => onDay >= today && off === null);
  return {
    programme, state: stateOf(standing, withdrawn, index >= 0), turn: index < 0 ? null : { number: index + 1, of: waiting.length, order: programme.waitingOrder },
    steps: standing.requirements.map((one) => ({ key: one.key, kind: one.kind, name: names.get(one.key) ?? "", done: isSatisfied(one) })),
    interview: next && !standing.declined ? { onDay: next.onDay, fromTime: next.fromTime, place: next.place } : null,
    refusal: told ? { reasons: told.reasons, offers: told.offers, words: told.words, otherProgramme: told.otherProgramme === null ? null : await otherOf(tx, orgId, told.otherProgramme) } : null,
  };
}

async function otherOf(tx: Tx, orgId: string, id: string): Promise<Pick<Programme, "slug" | "name"> | null> {
  const other = await selectProgramme(tx, orgId, id);
  return other ? { slug: other.slug, name: other.name } : null;
}

async function asIfNew(session: Session, tx: Tx, volunteerId: string): Promise<Application> {
  const { programmeId } = await readVolunteer(tx, session.actor, volunteerId);
  const programme = await readProgramme(tx, session.actor, programmeId);
  const { left, waiting } = await placesOf(tx, session.actor.orgId, programme, session.today);
  const waits = left === 0 || waiting.length > 0;
  const asked = (await selectPolicies(tx, session.actor.orgId, programmeId)).findLast(({ effectiveOn }) => effectiveOn <= session.today)?.requirements ?? [];
  return {
    programme, state: waits ? "waiting" : "received", turn: waits ? { number: waiting.length + 1, of: waiting.length + 1, order: programme.waitingOrder } : null,
    steps: asked.map(({ key, kind, name }) => ({ key, kind, name, done: kind === "application" && !waits })), interview: null, refusal: null,
  };
}

function stateOf({ status, declined }: { status: Status; declined: boolean }, withdrawn: boolean, waits: boolean): Application["state"] {
  if (status === "removed") return "left";
  if (declined) return "declined";
  if (withdrawn) return "withdrawn";
  if (waits) return "waiting";
  return status === "approved" || status === "service_team" || status === "reserve" ? status : "received";
}

/** Takes an application back with the code alone (撤回报名); the place goes to who waits. A second sign-up's code takes nothing back. */
export async function withdrawByPass(session: Session, pass: string): Promise<null> {
  const { actor, today } = session;
  return session.write("volunteering.withdraw-by-pass", { pass }, async (tx) => {
    const { volunteerId, first } = await signUpOf(session, tx, pass);
    if (!first) return null;
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const { status, declined } = await standingOf(tx, actor.orgId, volunteer, today);
    if (declined || status === "removed" || status === "service_team" || status === "reserve") throw new Refusal("conflict", "volunteering.ring_us_to_leave");
    const { key } = await applicationOf(session, tx, volunteer.programmeId);
    await addFacts(session, tx, volunteer, [{ kind: "evidence", requirement: key, on: today, quantity: 1, result: "withdrawn" }]);
    await recordAudit(tx, actor, { action: "volunteer.withdrew", subjectKind: "volunteer", subjectId: volunteerId });
    return null;
  });
}

async function signUpOf(session: Session, tx: Tx, pass: string): Promise<{ volunteerId: string; first: boolean }> {
  const id = readApplicationPass(session.keys, pass);
  return found(id === undefined ? undefined : await selectSignUp(tx, session.actor.orgId, id), "volunteering.application_not_found");
}
