import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";

/** One training or appraisal of somebody, in whatever programme; the session's words where there was one. */
export interface RecordLine {
  readonly programmeName: string;
  readonly kind: "training" | "appraisal";
  readonly on: string;
  /** How many trainings the line stands for. */
  readonly quantity: number;
  readonly title: string | null;
  readonly minutes: number | null;
  readonly place: string | null;
  readonly trainer: string | null;
  readonly placement: string | null;
  readonly recordedByName: string;
}

/** Trainings attended and appraisals passed by some persons, the latest first; what was corrected is left out. */
export async function selectRecordLines(tx: Tx, orgId: string, personIds: readonly string[]): Promise<RecordLine[]> {
  const { rows } = await sql<RecordLine>`
    select p.name as programme_name, r.kind, f.happened_on as "on", f.quantity, s.title, s.minutes, s.place, s.trainer, f.placement, f.recorded_by_name
    from volunteering.volunteers v
    join volunteering.programmes p on p.org_id = v.org_id and p.id = v.programme_id
    join volunteering.facts f on f.org_id = v.org_id and f.volunteer_id = v.id and f.kind = 'evidence' and f.result = 'met'
    join lateral (select kind from volunteering.requirements q where q.org_id = v.org_id and q.programme_id = v.programme_id and q.key = f.requirement order by q.version desc limit 1) r on r.kind in ('training', 'appraisal')
    left join volunteering.training_sessions s on s.org_id = v.org_id and f.reference = 'session:' || s.id::text
    where v.org_id = ${orgId} and v.person_id = any(${[...personIds]}::uuid[])
      and not exists (select from volunteering.facts c where c.org_id = f.org_id and c.supersedes = f.id)
    order by f.happened_on desc, f.id`.execute(tx);
  return rows;
}
