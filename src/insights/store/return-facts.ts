import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import type { ActivityLine, NeedLine, PairLine, ReturnFacts, ServiceLine } from "../model/monthly-return.ts";
import { populationOf } from "../model/population.ts";
import type { DB } from "./tables.generated.ts";

interface Described {
  readonly birthOn: string | null;
  readonly disabilityType: string | null;
  readonly carer: boolean;
}

/** The facts of a month from the slices' published views, in four queries. */
export async function readReturnFacts(tx: Tx, orgId: string, { from, to }: { from: string; to: string }): Promise<ReturnFacts> {
  const services = await tx.withTables<DB>().selectFrom("insights.serviceLines")
    .select(["visitId", "happenedOn", "minutes", "residentId", "helperId", "communityId", "birthOn", "disabilityType", "carer"])
    .where("orgId", "=", orgId).where("happenedOn", ">=", from).where("happenedOn", "<=", to).orderBy("happenedOn").orderBy("visitId").orderBy("residentId").orderBy("helperId").execute();
  const activities = await tx.withTables<DB>().selectFrom("insights.activityLines")
    .select(["sessionId", "registrationId", "happenedOn", "minutes", "personId", "activity", "communityId", "birthOn", "disabilityType", "carer", "source"])
    .where("orgId", "=", orgId).where("happenedOn", ">=", from).where("happenedOn", "<=", to).orderBy("happenedOn").orderBy("sessionId").orderBy("registrationId").execute();
  const { rows: pairs } = await sql<Described & Omit<PairLine, "population">>`
    select p.pair_id, i.survivor_id as resident_id, f.community_id, f.birth_on, f.disability_type, p.began_on, p.ended_on,
      exists (select from people.role_facts r where r.org_id = p.org_id and r.person_id = i.survivor_id and r.role = 'carer' and r.from_on <= ${to}::date and (r.until_on is null or r.until_on > ${to}::date)) as carer
    from matching.pair_facts p join people.identities i on i.org_id = p.org_id and i.person_id = p.resident_id
    join people.person_facts f on f.org_id = p.org_id and f.person_id = i.survivor_id
    where p.org_id = ${orgId} and p.began_on <= ${to}::date and (p.ended_on is null or p.ended_on >= ${from}::date)
    order by p.began_on, p.pair_id`.execute(tx);
  const { rows: needs } = await sql<Described & Omit<NeedLine, "population">>`
    select n.need_id, f.community_id, f.birth_on, f.disability_type, n.population = 'carer' as carer
    from casework.need_facts n join people.person_facts f on f.org_id = n.org_id and f.person_id = n.survivor_id
    where n.org_id = ${orgId} and n.status = 'met' and n.status_on between ${from}::date and ${to}::date order by n.need_id`.execute(tx);
  const described = <Line extends Described>({ birthOn, disabilityType, carer, ...line }: Line) => ({ ...line, population: populationOf({ birthOn, disabilityType, carer }, to) });
  return { services: services as ServiceLine[], activities: activities as ActivityLine[], pairs: pairs.map(described), needs: needs.map(described) };
}
