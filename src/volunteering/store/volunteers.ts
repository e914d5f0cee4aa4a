import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { orderedId } from "#platform/db/ordered-id.ts";
import type { Weekday, WeeklyHours } from "../model/availability/weekly-hours.ts";
import type { DB } from "./tables.generated.ts";

/** One person's way through one programme, without what is computed. */
export interface Volunteer {
  readonly id: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly signedUpAt: string;
  readonly affiliation: string;
  readonly subject: string;
  readonly area: string;
  readonly motivation: string;
  /** Availability in their own words. */
  readonly hoursText: string;
  readonly skills: readonly string[];
  /** How many people they are willing to befriend at a time. */
  readonly capacity: number;
  readonly version: number;
}

export type NewVolunteer = Omit<Volunteer, "id" | "version"> & { readonly hours: readonly WeeklyHours[]; readonly importId?: string | undefined };

const VOLUNTEER = [
  "id", "programmeId", "personId", "signedUpAt", "affiliation", "subject", "area", "motivation", "hoursText", "skills", "capacity", "version",
] as const;

export async function selectVolunteer(tx: Tx, orgId: string, id: string): Promise<Volunteer | undefined> {
  return tx.withTables<DB>().selectFrom("volunteering.volunteers").select(VOLUNTEER).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
}

/** Reads one volunteer and holds the row until the transaction ends. */
export async function lockVolunteer(tx: Tx, orgId: string, id: string): Promise<Volunteer | undefined> {
  return tx.withTables<DB>().selectFrom("volunteering.volunteers").select(VOLUNTEER).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst();
}

/** Every volunteer of these programmes, newest sign-up first. */
export async function selectVolunteers(tx: Tx, orgId: string, programmeIds: readonly string[]): Promise<Volunteer[]> {
  return tx.withTables<DB>().selectFrom("volunteering.volunteers").select(VOLUNTEER).where("orgId", "=", orgId).where("programmeId", "=", sql<string>`any(${programmeIds}::uuid[])`)
    .orderBy("signedUpAt", "desc").orderBy("id", "desc").execute();
}

/** The programmes some persons volunteer in. */
export async function selectVolunteersOfPersons(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Volunteer[]> {
  return tx.withTables<DB>().selectFrom("volunteering.volunteers").select(VOLUNTEER).where("orgId", "=", orgId)
    .where("personId", "=", sql<string>`any(${personIds}::uuid[])`).orderBy("signedUpAt").execute();
}

/** Adds a volunteer with their hours; undefined when the person is one of this programme already. */
export async function insertVolunteer(tx: Tx, orgId: string, { hours, importId = undefined, ...volunteer }: NewVolunteer): Promise<string | undefined> {
  const row = await tx.withTables<DB>().insertInto("volunteering.volunteers")
    .values({ orgId, ...volunteer, skills: [...volunteer.skills], importId: importId ?? null })
    .onConflict((clash) => clash.columns(["orgId", "programmeId", "personId"]).doNothing()).returning("id").executeTakeFirst();
  if (row) await replaceHours(tx, orgId, row.id, hours);
  return row?.id;
}

/** Changes descriptions; the row is locked and its version compared before. */
export async function updateVolunteer(tx: Tx, orgId: string, id: string, change: Partial<Omit<Volunteer, "id" | "programmeId" | "personId" | "version">>, version: number): Promise<void> {
  const { skills, ...plain } = change;
  await tx.withTables<DB>().updateTable("volunteering.volunteers").set({
    ...plain, version: version + 1, ...(skills && { skills: [...skills] }),
  }).where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Puts these weekly hours in place of all earlier ones. */
export async function replaceHours(tx: Tx, orgId: string, volunteerId: string, hours: readonly WeeklyHours[]): Promise<void> {
  const db = tx.withTables<DB>();
  await db.deleteFrom("volunteering.weeklyHours").where("orgId", "=", orgId).where("volunteerId", "=", volunteerId).execute();
  if (hours.length === 0) return;
  await db.insertInto("volunteering.weeklyHours").values(hours.map(({ weekday, from, to }) => ({ orgId, volunteerId, weekday, fromTime: from, toTime: to }))).execute();
}

/** Weekly hours of some volunteers, Monday first. */
export async function selectHours(tx: Tx, orgId: string, volunteerIds: readonly string[]): Promise<Map<string, WeeklyHours[]>> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.weeklyHours").select(["volunteerId", "weekday", "fromTime", "toTime"])
    .where("orgId", "=", orgId).where("volunteerId", "=", sql<string>`any(${volunteerIds}::uuid[])`).orderBy("weekday").orderBy("fromTime").execute();
  const hours = new Map<string, WeeklyHours[]>();
  for (const { volunteerId, weekday, fromTime, toTime } of rows) {
    hours.set(volunteerId, [...(hours.get(volunteerId) ?? []), { weekday: weekday as Weekday, from: fromTime, to: toTime }]);
  }
  return hours;
}

/** Keeps what somebody sent, word for word; the numbers of the sign-ups, in the order given. */
export async function insertSignUps(
  tx: Tx, orgId: string,
  signUps: readonly { volunteerId: string; channel: "public" | "import" | "staff"; sentAt: string; answers: unknown; importId?: string | undefined; importRow?: number | undefined }[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < signUps.length; start += 500) {
    const rows = await tx.withTables<DB>().insertInto("volunteering.signUps").values(signUps.slice(start, start + 500).map(({ answers, importId, importRow, ...one }) => ({
      orgId, id: orderedId(), ...one, answers: JSON.stringify(answers), importId: importId ?? null, importRow: importRow ?? null,
    }))).returning("id").execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** Whose a sign-up is, and whether it was their first of that programme. */
export async function selectSignUp(tx: Tx, orgId: string, id: string): Promise<{ volunteerId: string; first: boolean } | undefined> {
  const db = tx.withTables<DB>();
  const row = await db.selectFrom("volunteering.signUps").select("volunteerId").where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
  return row && { ...row, first: (await firstSignUp(tx, orgId, row.volunteerId)) === id };
}

/** The first thing somebody sent to a programme; ids tell the order of what came in one instant. */
export async function firstSignUp(tx: Tx, orgId: string, volunteerId: string): Promise<string | undefined> {
  const row = await tx.withTables<DB>().selectFrom("volunteering.signUps").select("id").where("orgId", "=", orgId).where("volunteerId", "=", volunteerId).orderBy("sentAt").orderBy("id").limit(1).executeTakeFirst();
  return row?.id;
}

/** Everybody who is in any programme, by the record they were signed up under. */
export async function selectPersonsVolunteering(tx: Tx, orgId: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.volunteers").select("personId").distinct().where("orgId", "=", orgId).execute();
  return rows.map(({ personId }) => personId);
}
