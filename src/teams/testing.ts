import { recordConsents } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { NewElder, NewTeam } from "./model/forms.ts";
import { foundTeam } from "./service/found-team.ts";
import { addElder } from "./service/people/add-elder.ts";
import { addMember } from "./service/people/add-member.ts";
import { stepMember } from "./service/people/step-member.ts";

export const aTeam = (session: Session, over: object = {}): NewTeam => NewTeam.parse({ name: "暖心互助队", areaWords: "东里一带", parts: ["morning", "afternoon"], begunOn: session.today, ...over });

export interface GivenTeam {
  readonly teamId: string;
  readonly memberIds: readonly string[];
  /** Their persons. */
  readonly members: readonly string[];
  readonly elderIds: readonly string[];
  readonly elders: readonly string[];
}

/** Says that somebody lets neighbours look after them. The session needs people.write. */
export const agreeToNeighbours = (session: Session, personId: string, state: "given" | "withdrawn" = "given"): Promise<unknown> =>
  session.write("testing.agree", null, (tx) => recordConsents(session, tx, [{ personId, purpose: "be_matched", state, capacity: "self", fromOn: session.today, channel: "in_person" }]));

/** A team with members of 70, the first of them its lead, and people of 80 it looks after. The session needs teams.work and people.write. */
export async function givenTeam(session: Session, memberNames: readonly string[], elderNames: readonly string[], over: object = {}): Promise<GivenTeam> {
  const members = await givenPersons(session, memberNames.map((name) => ({ name, birthOn: "1956-04-02", birthPrecision: "day" as const })));
  const elders = await givenPersons(session, elderNames.map((name, index) => ({ name, birthOn: "1944-04-02", birthPrecision: "day" as const, contacts: [{ kind: "mobile" as const, value: `1390000${String(1000 + index)}` }] })));
  const { id: teamId } = await foundTeam(session, aTeam(session, over));
  const [memberIds, elderIds]: [string[], string[]] = [[], []];
  for (const personId of members) memberIds.push((await addMember(session, teamId, { personId, joinedOn: session.today })).id);
  if (memberIds[0]) await stepMember(session, teamId, { memberId: memberIds[0], part: "lead" });
  for (const personId of elders) {
    await agreeToNeighbours(session, personId);
    elderIds.push((await addElder(session, teamId, NewElder.parse({ personId, level: "weekly", kinds: ["company"] }))).id);
  }
  return { teamId, memberIds, members, elderIds, elders };
}
