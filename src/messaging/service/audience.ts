import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { listSessions, peopleOfSession } from "#activities/index.ts";
import { peopleOfSegment, segmentNames } from "#outreach/index.ts";
import { listTeams, peopleOfTeam } from "#teams/index.ts";
import { listProgrammes, peopleOfProgramme } from "#volunteering/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Audience } from "../model/forms.ts";

/** Sessions one may write about: thanks afterwards, news before. */
const BACK_DAYS = 30;
const MOST_SESSIONS = 60;
/** What each kind of audience asks for besides the right to write: nobody reaches by a message whom they could not see on a list. */
const RIGHT: Readonly<Record<Audience["of"], string>> = { segment: "outreach.work", programme: "volunteers.read", team: "teams.work", session: "activities.read" };

export interface AudienceChoices {
  readonly segments: readonly { readonly id: string; readonly name: string }[];
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly sessions: readonly { readonly id: string; readonly name: string; readonly onDay: string }[];
}

/** Whom the actor may write to. */
export async function audienceChoices(session: Session): Promise<AudienceChoices> {
  const { actor: { orgId, capabilities }, today } = session;
  const may = (of: Audience["of"]) => capabilities.has(RIGHT[of]);
  return {
    segments: may("segment") ? (await session.read((tx) => segmentNames(tx, orgId))).map(({ id, name }) => ({ id, name })) : [],
    programmes: may("programme") ? (await listProgrammes(session)).map(({ id, name }) => ({ id, name })) : [],
    teams: may("team") ? (await listTeams(session)).rows.map(({ id, name }) => ({ id, name })) : [],
    sessions: may("session") ? (await listSessions(session, { from: addDays(today, -BACK_DAYS), standing: true }, { limit: MOST_SESSIONS })).rows.map(({ id, name, onDay }) => ({ id, name, onDay })) : [],
  };
}

/** Everybody of an audience as it stands now. */
export async function peopleOf({ actor, today }: Session, tx: Tx, audience: Audience): Promise<readonly string[]> {
  requireCapability(actor, RIGHT[audience.of]);
  const { orgId } = actor;
  switch (audience.of) {
    case "segment": {
      const people = await peopleOfSegment(tx, orgId, audience.id, today);
      if (!people) throw new Refusal("invalid_input", "messaging.audience_unknown");
      return people;
    }
    case "programme": return peopleOfProgramme(tx, orgId, audience.id, audience.standing, today);
    case "team": return peopleOfTeam(tx, orgId, audience.id);
    case "session": return peopleOfSession(tx, orgId, audience.id, audience.side);
  }
}
