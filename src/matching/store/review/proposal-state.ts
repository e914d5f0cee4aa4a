import { sql, type RawBuilder } from "kysely";

/** A run of a round, and the programme whose pairs count. */
export interface RunOfRound {
  readonly orgId: string;
  readonly roundId: string;
  readonly programmeId: string;
  readonly run: number;
  /** Helpers whose pairs count as ended, in a drill. */
  readonly away?: readonly string[];
}

/** Pairs on their way or at work between two people of the round; one that was declined or has ended is neither. */
export function livingPairs({ orgId, programmeId, away = [] }: Pick<RunOfRound, "orgId" | "programmeId" | "away">): RawBuilder<unknown> {
  return sql`(select p.id, p.resident_id, p.helper_id from matching.pairs p where p.org_id = ${orgId} and p.programme_id = ${programmeId}
    and not exists (select from matching.pair_events e where e.org_id = ${orgId} and e.pair_id = p.id and (e.kind = 'ended' or e.answer = 'declined'))
    ${away.length > 0 ? sql`and p.helper_id <> all(${[...away]}::uuid[])` : sql``})`;
}

/**
 * The proposals of a run with what was decided since. A proposal whose resident has been given as many others by hand, or before the
 * round was computed again, is one no more.
 */
export function proposalsOf(at: RunOfRound): RawBuilder<unknown> {
  const { orgId, roundId, run } = at;
  return sql`(select r.*, o.id as pair_id,
      case when o.id is not null then 'opened' when d.kind = 'forbid' then 'forbidden' when d.kind = 'lock' then 'locked' else 'undecided' end as state
    from matching.proposals r
    left join ${livingPairs(at)} o on o.resident_id = r.resident_id and o.helper_id = r.helper_id
    left join (select distinct on (resident_id, helper_id) resident_id, helper_id, kind from matching.decisions where org_id = ${orgId} and round_id = ${roundId}
      order by resident_id, helper_id, seq desc) d on d.resident_id = r.resident_id and d.helper_id = r.helper_id
    left join (select b.resident_id, count(*) as others from ${besides(at)} b group by 1) b on b.resident_id = r.resident_id
    where r.org_id = ${orgId} and r.round_id = ${roundId} and r.run = ${run}
      and (b.others is null or o.id is not null or b.others < (select count(*) from matching.proposals s where s.org_id = ${orgId} and s.round_id = ${roundId} and s.run = ${run} and s.resident_id = r.resident_id)))`;
}

/** Living pairs of two people of the round that the run did not propose. */
export function besides(at: RunOfRound): RawBuilder<unknown> {
  const { orgId, roundId, run } = at;
  return sql`(select o.id, o.resident_id, o.helper_id from ${livingPairs(at)} o
    join matching.round_members m on m.org_id = ${orgId} and m.round_id = ${roundId} and m.side = 'resident' and m.person_id = o.resident_id
    join matching.round_members n on n.org_id = ${orgId} and n.round_id = ${roundId} and n.side = 'helper' and n.person_id = o.helper_id
    where not exists (select from matching.proposals q where q.org_id = ${orgId} and q.round_id = ${roundId} and q.run = ${run} and q.resident_id = o.resident_id and q.helper_id = o.helper_id))`;
}
