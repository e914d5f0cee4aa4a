import { z } from "zod";
import { addDays, isDay } from "#kernel/calendar.ts";
import { personIdsOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { decodeCursor, type Page, pageOf } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { weeklyMinutes, type Weekday, type WeeklyHours } from "../../model/availability/weekly-hours.ts";
import { type Status, STATUSES } from "../../model/pathway/volunteer-status.ts";
import { selectHours } from "../../store/volunteers.ts";
import { readProgramme } from "../ground.ts";
import { loadRoster, type RosterEntry } from "./roster.ts";

/** Days ahead within which an end is worth a look. */
const ENDING_SOON_DAYS = 60;

export const VolunteerFilter = z.object({
  programmeId: z.uuid(),
  status: z.enum(STATUSES).optional(),
  /** trained: everything before approval is met; ready: may meet somebody today; declined: told no; ending: something ends soon. */
  state: z.enum(["trained", "ready", "declined", "ending"]).optional(),
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  skill: z.string().trim().max(40).optional(),
  q: z.string().trim().max(60).optional(),
  on: z.string().refine(isDay, "volunteering.day_unreadable").optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type VolunteerFilter = z.input<typeof VolunteerFilter>;

/** One line of the list; no phone, no address. */
export interface VolunteerRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly signedUpAt: string;
  readonly affiliation: string;
  /** The community, or where they said they live. */
  readonly place: string;
  readonly status: Status;
  readonly since: string | null;
  readonly declined: boolean;
  readonly mayServe: boolean;
  readonly accompanied: boolean;
  readonly firstEndOn: string | null;
  /** What stands in the way of the next step, as keys of requirements. */
  readonly open: readonly string[];
  readonly hours: readonly WeeklyHours[];
  readonly skills: readonly string[];
}

export interface VolunteerCounts {
  readonly all: number;
  readonly trained: number;
  readonly ready: number;
  readonly declined: number;
  readonly ending: number;
  readonly byStatus: Readonly<Record<Status, number>>;
}

/** A programme's volunteers with their status on a day: counts over all of them, and one page of those asked for. */
export async function listVolunteers(session: Session, input: VolunteerFilter): Promise<{ page: Page<VolunteerRow>; counts: VolunteerCounts; on: string }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.read");
  const filter = VolunteerFilter.parse(input);
  const on = filter.on ?? today;
  return session.read(async (tx) => {
    await readProgramme(tx, actor, filter.programmeId);
    const roster = await loadRoster(tx, actor.orgId, filter.programmeId, on);
    const named = filter.q ? new Set(await personIdsOf(tx, actor.orgId, { q: filter.q, ids: roster.map(({ card }) => card.id) }, today)) : null;
    const hours = await selectHours(tx, actor.orgId, roster.map(({ volunteer }) => volunteer.id));
    const wanted = roster.filter((entry) => fits(entry, hours.get(entry.volunteer.id) ?? [], filter, on) && (named?.has(entry.card.id) ?? true)).sort(newestFirst);
    const from = decodeCursor(filter.after, ["instant", "id"]);
    const rest = from ? wanted.filter(({ volunteer }) => isAfter(volunteer, from)) : wanted;
    const rows = rest.slice(0, filter.limit + 1).map((entry) => rowOf(entry, hours.get(entry.volunteer.id) ?? []));
    return { page: pageOf(rows, filter.limit, (row) => [row.signedUpAt, row.id]), counts: countsOf(roster, on), on };
  });
}

function newestFirst({ volunteer: a }: RosterEntry, { volunteer: b }: RosterEntry): number {
  if (a.signedUpAt !== b.signedUpAt) return a.signedUpAt < b.signedUpAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** In the same order as `newestFirst`. */
function isAfter({ signedUpAt, id }: { signedUpAt: string; id: string }, [at, last]: readonly (string | number | null)[]): boolean {
  return signedUpAt < String(at) || (signedUpAt === at && id < String(last));
}

function fits({ volunteer, standing }: RosterEntry, hours: readonly WeeklyHours[], { status, state, weekday, skill }: z.output<typeof VolunteerFilter>, on: string): boolean {
  if (status !== undefined && standing.status !== status) return false;
  if (state === "trained" && !isTrained(standing)) return false;
  if (state === "ready" && !standing.mayServe) return false;
  if (state === "declined" && !standing.declined) return false;
  if (state === "ending" && !endsSoon(standing, on)) return false;
  if (skill !== undefined && skill !== "" && !volunteer.skills.includes(skill)) return false;
  return weekday === undefined || weeklyMinutes(hours.filter((one) => one.weekday === (weekday as Weekday))) > 0;
}

function isTrained({ trained, status }: RosterEntry["standing"]): boolean {
  return trained && status !== "removed";
}

function endsSoon({ firstEndOn, status }: RosterEntry["standing"], on: string): boolean {
  return firstEndOn !== null && status !== "removed" && firstEndOn <= addDays(on, ENDING_SOON_DAYS);
}

function countsOf(roster: readonly RosterEntry[], on: string): VolunteerCounts {
  const count = (test: (standing: RosterEntry["standing"]) => boolean) => roster.filter(({ standing }) => test(standing)).length;
  return {
    all: roster.length, trained: count(isTrained), ready: count(({ mayServe }) => mayServe),
    declined: count(({ declined }) => declined), ending: count((standing) => endsSoon(standing, on)),
    byStatus: Object.fromEntries(STATUSES.map((status) => [status, count((standing) => standing.status === status)])) as Record<Status, number>,
  };
}

function rowOf({ volunteer, card, standing }: RosterEntry, hours: readonly WeeklyHours[]): VolunteerRow {
  const { status, since, declined, mayServe, accompanied, firstEndOn, requirements } = standing;
  const stages = status === "service_team" ? ["approval", "placement", "service"] : standing.trained ? ["approval", "placement"] : ["approval"];
  return {
    id: volunteer.id, personId: card.id, name: card.preferredName ?? card.name, signedUpAt: volunteer.signedUpAt, affiliation: volunteer.affiliation,
    place: card.communityName ?? volunteer.area, status, since, declined, mayServe, accompanied, firstEndOn, hours, skills: volunteer.skills,
    open: requirements.filter(({ stage, state }) => stages.includes(stage) && state !== "met" && state !== "exempt").map(({ key }) => key),
  };
}
