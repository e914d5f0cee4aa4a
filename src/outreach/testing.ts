import { OrgId } from "#kernel/ids.ts";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { givenPersons } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, type TestDatabase } from "#platform/testing/database.ts";
import { PersonId } from "#kernel/ids.ts";
import type { Criteria } from "./model/segment/criteria.ts";
import { AttemptInput, RoundId, SegmentId, type NewRound } from "./model/round/round.ts";
import { reassignMembers } from "./service/rounds/reassign-members.ts";
import { createRound } from "./service/rounds/create-round.ts";
import { saveSegment } from "./service/segments/save-segment.ts";

/** What a worker may do who only reaches the people given to them. */
const WORKER = ["people.read", "people.write", "outreach.work"] as const;
/** What somebody may do who also makes rounds. */
const MANAGER = [...WORKER, "outreach.manage", "places.read", "places.manage", "register.import"] as const;

/** An organisation with a supervisor who manages rounds and two workers who only work in them. Today is 22 November 2026. */
export interface Team {
  readonly orgId: OrgId;
  readonly supervisor: Session;
  readonly li: Session;
  readonly wang: Session;
}

export async function givenTeam(t: TestDatabase): Promise<Team> {
  const ground = testGround(t);
  const orgId = OrgId.parse(await givenOrganization(ground));
  const sign = async (name: string, capabilities: readonly string[]) => {
    const { accountId } = await givenMember(ground, orgId, "worker", { name });
    return sessionOf({ ...anActor({ orgId, capabilities }), accountId: accountId as Session["actor"]["accountId"], name }, t);
  };
  return { orgId, supervisor: await sign("何静", MANAGER), li: await sign("李敏", WORKER), wang: await sign("王强", WORKER) };
}

/** Residents long at home, three unless said otherwise. */
export function givenHomebound(session: Session, count = 3, over: { communityId?: string } = {}): Promise<string[]> {
  return givenPersons(session, Array.from({ length: count }, (_, index) => ({
    name: `居民${index + 1}`, birthOn: `199${index % 10}-03-0${(index % 9) + 1}`, situations: [{ kind: "long_at_home" as const, value: "yes" }], ...over,
    contacts: [{ kind: "mobile" as const, value: `138${String(10_000_000 + index)}` }],
  })));
}

export const HOMEBOUND: Criteria = { longAtHome: true, age: { fromYears: 16, toYears: 45, countedOn: { kind: "today" } } };

/** Saves a segment; its id. */
export async function givenSegment(session: Session, name = "长期居家，16–45 岁", criteria: Criteria = HOMEBOUND): Promise<SegmentId> {
  return SegmentId.parse((await saveSegment(session, { name, criteria })).id);
}

/** Begins a round with everybody long at home; its id. */
export async function givenRound(session: Session, over: Partial<NewRound> = {}): Promise<RoundId> {
  const segmentId = over.segmentId ?? await givenSegment(session, `人群 ${crypto.randomUUID().slice(0, 8)}`);
  const { id } = await createRound(session, { name: "第一轮电话访问", mode: "phone", opensOn: "2026-11-01", dueOn: "2026-12-31", ...over, segmentId });
  return RoundId.parse(id);
}

/** A round whose members were all given to one worker. */
export async function givenRoundOf({ supervisor }: Team, worker: Session, persons = 3): Promise<{ roundId: RoundId; personIds: PersonId[] }> {
  const personIds = (await givenHomebound(supervisor, persons)).map((id) => PersonId.parse(id));
  const roundId = await givenRound(supervisor);
  await reassignMembers(supervisor, { roundId, personIds, workerId: worker.actor.accountId });
  return { roundId, personIds };
}

/** A call nobody answered. */
export function anAttempt(roundId: string, personId: string, over: Partial<AttemptInput> = {}): AttemptInput {
  return AttemptInput.parse({ roundId, personId, mode: "phone", outcome: "no_answer", onDay: "2026-11-20", ...over });
}
