import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { ApplicationStep } from "../model/certificate/certificate-life.ts";
import type { DB } from "./tables.generated.ts";

export interface Application {
  readonly id: string;
  readonly personId: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly purpose: string;
  readonly appliedByName: string;
  readonly appliedAt: string;
}

export interface StepRow {
  readonly applicationId: string;
  readonly seq: number;
  readonly kind: ApplicationStep;
  readonly words: string;
  readonly byName: string;
  readonly at: string;
}

const APPLICATION = ["id", "personId", "fromOn", "untilOn", "purpose", "appliedByName", "appliedAt"] as const;

export async function insertApplication(tx: Tx, orgId: string, row: Omit<Application, "id"> & { appliedBy: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("hours.applications").values({ orgId, ...row }).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function selectApplication(tx: Tx, orgId: string, id: string): Promise<Application | undefined> {
  return tx.withTables<DB>().selectFrom("hours.applications").select(APPLICATION).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
}

/** Applications nobody has finished with, the oldest first. */
export async function selectOpenApplications(tx: Tx, orgId: string): Promise<(Application & { readonly accepted: boolean })[]> {
  const { rows } = await sql<Application & { accepted: boolean }>`select a.id, a.person_id, a.from_on, a.until_on, a.purpose, a.applied_by_name, a.applied_at, s.kind is not null as accepted
    from hours.applications a
    left join lateral (select kind from hours.application_steps s where s.org_id = a.org_id and s.application_id = a.id order by seq desc limit 1) s on true
    where a.org_id = ${orgId} and (s.kind is null or s.kind = 'accepted') order by a.applied_at, a.id limit 200`.execute(tx);
  return rows;
}

export async function selectApplicationsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Application[]> {
  return tx.withTables<DB>().selectFrom("hours.applications").select(APPLICATION).where("orgId", "=", orgId).where("personId", "in", [...personIds]).orderBy("appliedAt", "desc").orderBy("id").execute();
}

export async function selectSteps(tx: Tx, orgId: string, applicationIds: readonly string[]): Promise<StepRow[]> {
  if (applicationIds.length === 0) return [];
  return (await tx.withTables<DB>().selectFrom("hours.applicationSteps").select(["applicationId", "seq", "kind", "words", "byName", "at"])
    .where("orgId", "=", orgId).where("applicationId", "in", [...applicationIds]).orderBy("applicationId").orderBy("seq").execute()) as StepRow[];
}

/** Adds the next step; false when somebody else took one first. */
export async function insertStep(tx: Tx, orgId: string, step: Omit<StepRow, never> & { byAccount: string }): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("hours.applicationSteps").values({ orgId, ...step }).onConflict((clash) => clash.doNothing()).returning("seq").executeTakeFirst();
  return added !== undefined;
}
