import type { Tx } from "#platform/db/connect.ts";
import { weeklyMinutes } from "../../model/availability/weekly-hours.ts";
import { freePlaces, holdsPlace, inOrder, WAITING, type Waiting } from "../../model/recruitment/waiting.ts";
import type { Programme } from "../../store/programmes.ts";
import { selectWaiting } from "../../store/recruitment.ts";
import { selectHours, type Volunteer } from "../../store/volunteers.ts";
import { loadRoster, type RosterEntry } from "../volunteers/roster.ts";

export interface WaitingVolunteer extends Waiting {
  readonly volunteer: Volunteer;
  readonly name: string;
  /** The requirement of the application that waits. */
  readonly requirement: string;
}

/** A programme's places on a day. `left` is without meaning where the programme names no number. */
export interface Places {
  readonly held: number;
  readonly left: number;
  /** In the order in which they move up. */
  readonly waiting: readonly WaitingVolunteer[];
}

export async function placesOf(tx: Tx, orgId: string, programme: Programme, on: string): Promise<Places> {
  const roster = await loadRoster(tx, orgId, programme.id, on);
  const marked = await selectWaiting(tx, orgId, programme.id, WAITING);
  const waiting = roster.filter((entry) => marked.has(entry.volunteer.id) && waits(entry));
  const hours = await selectHours(tx, orgId, waiting.map(({ volunteer }) => volunteer.id));
  const held = roster.filter(({ standing }) => holdsPlace(standing)).length;
  return {
    held, left: freePlaces(programme.places, held) ?? Number.MAX_SAFE_INTEGER,
    waiting: inOrder(programme.waitingOrder, waiting.map(({ volunteer, card }) => ({
      volunteer, volunteerId: volunteer.id, name: card.preferredName ?? card.name, minutes: weeklyMinutes(hours.get(volunteer.id) ?? []), ...marked.get(volunteer.id)!,
    }))),
  };
}

function waits({ standing: { status, declined } }: RosterEntry): boolean {
  return status !== "removed" && !declined;
}
