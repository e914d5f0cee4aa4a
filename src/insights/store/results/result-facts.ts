import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { GoalFact, NeedFact, RatingFact, ReliefFact, ScoreFact } from "../../model/results/count.ts";
import type { CaseFact, PersonFact } from "../../model/results/lines.ts";
import { RELIEF_RULE } from "../../model/results/relief-rule.ts";
import type { Span } from "../../model/results/units.ts";

/** Of whom: everybody, or these persons by the records that stand for them now. */
export type Of = readonly string[] | null;
const among = (of: Of, column: RawBuilder<unknown>): RawBuilder<unknown> => (of === null ? sql`` : sql`and ${column} = any(${of}::uuid[])`);

export async function personFacts(tx: Tx, orgId: string, { from, to }: Span, ids: readonly string[]): Promise<PersonFact[]> {
  return (await sql<PersonFact>`
    select p.person_id, p.birth_on, p.disability_type, min(c.person_id::text)::uuid as cares_for from insights.result_persons p
    left join people.care_facts c on c.org_id = ${orgId} and c.carer_id = p.person_id and (c.from_on is null or c.from_on <= ${to}::date) and (c.until_on is null or c.until_on > ${from}::date)
    where p.org_id = ${orgId} and p.person_id = any(${ids}::uuid[]) group by p.person_id, p.birth_on, p.disability_type`.execute(tx)).rows;
}

export async function caseFacts(tx: Tx, orgId: string, { to }: Span, ids: readonly string[]): Promise<CaseFact[]> {
  return (await sql<CaseFact>`select case_id, survivor_id as person_id, programme_id, population, opened_on, closed_on from casework.case_facts where org_id = ${orgId} and opened_on <= ${to}::date and survivor_id = any(${ids}::uuid[])`.execute(tx)).rows;
}

export async function programmeFacts(tx: Tx, orgId: string): Promise<{ id: string; name: string }[]> {
  return (await sql<{ id: string; name: string }>`select programme_id as id, name from casework.programme_facts where org_id = ${orgId} order by name, programme_id`.execute(tx)).rows;
}

/** Goals of plans in force in the span, by the version in force on its last day. */
export async function goalFacts(tx: Tx, orgId: string, { from, to }: Span, of: Of): Promise<GoalFact[]> {
  return (await sql<GoalFact>`
    select g.plan_id, g.case_id, g.survivor_id as person_id, g.settled_on, g.goal_id, g.baseline_level, g.weight from planning.goal_facts g
    where g.org_id = ${orgId} and g.settled_on <= ${to}::date and (g.ended_on is null or g.ended_on >= ${from}::date) ${among(of, sql`g.survivor_id`)}
      and not exists (select from planning.versions n where n.org_id = ${orgId} and n.plan_id = g.plan_id and n.number > g.version and n.settled_on <= ${to}::date)
    order by g.plan_id, g.goal_id`.execute(tx)).rows;
}

export async function ratingFacts(tx: Tx, orgId: string, { to }: Span, planIds: readonly string[]): Promise<RatingFact[]> {
  if (planIds.length === 0) return [];
  return (await sql<RatingFact>`select plan_id, goal_id, number, level, on_day from planning.rating_facts where org_id = ${orgId} and plan_id = any(${planIds}::uuid[]) and on_day <= ${to}::date`.execute(tx)).rows;
}

/** Records up to the last day of whoever was assessed in the span, oldest first: a first one may lie before it. */
export async function scoreFacts(tx: Tx, orgId: string, { from, to }: Span, of: Of, instrumentId?: string): Promise<ScoreFact[]> {
  return (await sql<ScoreFact>`
    select record_id, survivor_id as person_id, instrument_id, instrument_version as version, assessed_on as on_day, total from assessment.record_facts
    where org_id = ${orgId} and assessed_on <= ${to}::date ${among(of, sql`survivor_id`)} ${of === null ? sql`and person_id in (select i.person_id from people.identities i where i.org_id = ${orgId} and i.survivor_id in (select n.survivor_id from assessment.record_facts n where n.org_id = ${orgId} and n.assessed_on between ${from}::date and ${to}::date))` : sql``} ${instrumentId ? sql`and instrument_id = ${instrumentId}` : sql``} order by assessed_on, record_id`.execute(tx)).rows;
}

export async function needFacts(tx: Tx, orgId: string, { from, to }: Span, of: Of): Promise<NeedFact[]> {
  return (await sql<NeedFact>`select need_id, survivor_id as person_id, population, code, heard_on, status, status_on from casework.need_facts where org_id = ${orgId} and heard_on <= ${to}::date and status <> 'withdrawn' and (status not in ('met', 'unmet') or status_on >= ${from}::date) ${among(of, sql`survivor_id`)}`.execute(tx)).rows;
}

const cares = (day: RawBuilder<unknown>) => sql`(c.from_on is null or c.from_on <= ${day}) and (c.until_on is null or c.until_on > ${day})`;

/** What carers had in a span: one line for each carer and each service, session or group day. One statement. */
export async function reliefFacts(tx: Tx, orgId: string, { from, to }: Span, of: Of): Promise<ReliefFact[]> {
  const { reliefTopics, talkTopics, inPerson } = RELIEF_RULE;
  const service = sql`encounters.encounter_facts e join encounters.part_facts p on p.org_id = ${orgId} and p.encounter_id = e.encounter_id and p.revision = e.revision`;
  const within = sql`e.org_id = ${orgId} and e.happened_on between ${from}::date and ${to}::date`;
  const carers = sql`(select distinct c.carer_id, c.from_on, c.until_on from people.care_facts c where c.org_id = ${orgId} ${among(of, sql`c.carer_id`)})`;
  const { rows } = await sql<ReliefFact>`
    select 'respite' as kind, e.encounter_id as source_id, c.carer_id, e.happened_on as on_day, e.minutes, '/encounters/' || e.encounter_id as "to"
      from ${service} join people.care_facts c on c.org_id = ${orgId} and c.person_id = p.survivor_id and ${cares(sql`e.happened_on`)}
      where ${within} and p.role = 'client' and e.topics && ${reliefTopics}::text[] and e.mode = any(${inPerson}::text[]) ${among(of, sql`c.carer_id`)}
        and not exists (select from encounters.part_facts there where there.org_id = ${orgId} and there.encounter_id = e.encounter_id and there.revision = e.revision and there.survivor_id = c.carer_id)
      group by e.encounter_id, c.carer_id, e.happened_on, e.minutes
    union all
    select case when e.mode = 'group' then 'group' else 'talk' end, e.encounter_id, c.carer_id, e.happened_on, e.minutes, '/encounters/' || e.encounter_id
      from ${service} join ${carers} c on c.carer_id = p.survivor_id and ${cares(sql`e.happened_on`)}
      where ${within} and p.role in ('client', 'carer') and (e.topics && ${talkTopics}::text[])
      group by e.encounter_id, c.carer_id, e.happened_on, e.minutes, e.mode
    union all
    select 'group', a.session_id, c.carer_id, a.happened_on, a.minutes, '/activities/' || a.session_id
      from activities.attendance_facts a join ${carers} c on c.carer_id = a.person_id and ${cares(sql`a.happened_on`)}
      where a.org_id = ${orgId} and a.happened_on between ${from}::date and ${to}::date and a.role = 'participant'
      group by a.session_id, c.carer_id, a.happened_on, a.minutes
    union all
    select 'group', l.session_id, c.carer_id, l.held_on, null, '/group-sessions/' || l.session_id
      from groups.logs l join groups.marks k on k.org_id = ${orgId} and k.session_id = l.session_id and k.revision = l.revision and k.state in ('present', 'late')
      join groups.members m on m.org_id = ${orgId} and m.id = k.member_id join people.identities i on i.org_id = ${orgId} and i.person_id = m.person_id
      join ${carers} c on c.carer_id = i.survivor_id and ${cares(sql`l.held_on`)}
      where l.org_id = ${orgId} and l.held_on between ${from}::date and ${to}::date
        and not exists (select from groups.logs n where n.org_id = ${orgId} and n.session_id = l.session_id and n.revision > l.revision)
      group by l.session_id, c.carer_id, l.held_on
    order by on_day, source_id, carer_id`.execute(tx);
  return rows;
}

/** Who cares for whom on a day; of carers or of those cared for, where named under any of their records. */
export async function careOn(tx: Tx, orgId: string, day: string, near: Of): Promise<{ carerId: string; personId: string }[]> {
  const standing = sql`array(select survivor_id from people.identities where org_id = ${orgId} and person_id = any(${near}::uuid[]))`;
  const { rows } = await sql<{ carerId: string; personId: string }>`
    select distinct c.carer_id, c.person_id from people.care_facts c where c.org_id = ${orgId} and ${cares(sql`${day}::date`)} ${near === null ? sql`` : sql`and (c.carer_id = any(${standing}) or c.person_id = any(${standing}))`}
    order by c.carer_id, c.person_id`.execute(tx);
  return rows;
}
