import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { AgeBand } from "../model/pathway/age-bands.ts";
import type { Grandfathering, PolicyVersion, Requirement, RequirementKind, Stage } from "../model/pathway/requirement.ts";
import type { DB } from "./tables.generated.ts";

/** A requirement with the name the programme gives it; empty: the usual name of its kind. */
export interface NamedRequirement extends Requirement {
  readonly name: string;
}

/** A policy version as stored, with why it was made. */
export interface StoredPolicy extends PolicyVersion {
  readonly requirements: readonly NamedRequirement[];
  readonly note: string;
}

/** All versions of a programme's policy, oldest first. */
export async function selectPolicies(tx: Tx, orgId: string, programmeId: string): Promise<readonly StoredPolicy[]> {
  return (await selectPoliciesOf(tx, orgId, [programmeId])).get(programmeId) ?? [];
}

/** The same of several programmes, in two queries for any number. */
export async function selectPoliciesOf(tx: Tx, orgId: string, programmeIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredPolicy[]>> {
  const db = tx.withTables<DB>();
  const versions = await db.selectFrom("volunteering.policyVersions").select(["programmeId", "version", "effectiveOn", "grandfathering", "graceDays", "ageBands", "unknownAge", "note"])
    .where("orgId", "=", orgId).where("programmeId", "=", sql<string>`any(${programmeIds}::uuid[])`).orderBy("version").execute();
  const requirements = await db.selectFrom("volunteering.requirements")
    .select(["programmeId", "version", "key", "kind", "stage", "name", "needed", "validDays", "exemptable", "bindsAtOnce"])
    .where("orgId", "=", orgId).where("programmeId", "=", sql<string>`any(${programmeIds}::uuid[])`).orderBy("version").orderBy("position").execute();
  const byProgramme = Map.groupBy(requirements, (one) => one.programmeId);
  return Map.groupBy(versions.map(({ grandfathering, graceDays, ageBands, unknownAge, ...version }) => ({
    ...version,
    grandfathering: grandfatheringOf(grandfathering, graceDays),
    ageBands: ageBands as unknown as AgeBand[],
    unknownAge: unknownAge as PolicyVersion["unknownAge"],
    requirements: (byProgramme.get(version.programmeId) ?? []).filter((one) => one.version === version.version)
      .map(({ version: _, programmeId: __, kind, stage, ...one }) => ({ ...one, kind: kind as RequirementKind, stage: stage as Stage })),
  })), ({ programmeId }) => programmeId);
}

/** Adds a version; an earlier one is never changed. False when that number or that first day is taken. */
export async function insertPolicy(tx: Tx, orgId: string, programmeId: string, policy: StoredPolicy, createdBy: string): Promise<boolean> {
  const { version, effectiveOn, grandfathering, ageBands, unknownAge, note } = policy;
  const db = tx.withTables<DB>();
  const row = await db.insertInto("volunteering.policyVersions").values({
    orgId, programmeId, version, effectiveOn, note, unknownAge, createdBy, ageBands: JSON.stringify(ageBands),
    grandfathering: grandfathering.rule, graceDays: grandfathering.rule === "grace" ? grandfathering.days : null,
  }).onConflict((clash) => clash.doNothing()).returning("version").executeTakeFirst();
  if (!row) return false;
  if (policy.requirements.length > 0) {
    await db.insertInto("volunteering.requirements")
      .values(policy.requirements.map((one, position) => ({ orgId, programmeId, version, position, ...one }))).execute();
  }
  return true;
}

function grandfatheringOf(rule: string, days: number | null): Grandfathering {
  if (rule === "grace") return { rule, days: days ?? 1 };
  return { rule: rule === "keep" ? "keep" : "none" };
}
