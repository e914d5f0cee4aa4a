import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { BirthdayChoice, BirthdayKeys } from "../../model/birthdays.ts";
import type { DB } from "../tables.generated.ts";

export interface StandingBirthday { readonly calendar: "solar" | "lunar"; readonly lunarMonth: number | null; readonly lunarDay: number | null; readonly byName: string; readonly at: string }

export async function insertBirthdayChoice(tx: Tx, orgId: string, personId: string, choice: BirthdayChoice, by: { byAccount: string; byName: string }): Promise<void> {
  const lunar = choice.calendar === "lunar" ? { lunarMonth: choice.lunarMonth, lunarDay: choice.lunarDay } : { lunarMonth: null, lunarDay: null };
  await tx.withTables<DB>().insertInto("people.birthdayChoices").values({ orgId, personId, calendar: choice.calendar, ...lunar, ...by }).execute();
}

export async function standingBirthday(tx: Tx, orgId: string, personId: string): Promise<StandingBirthday | undefined> {
  return await tx.withTables<DB>().selectFrom("people.standingBirthdays").select(["calendar", "lunarMonth", "lunarDay", "byName", "at"]).where("orgId", "=", orgId).where("personId", "=", personId).executeTakeFirst() as StandingBirthday | undefined;
}

export interface BirthdayRow {
  readonly id: string;
  readonly name: string;
  readonly preferredName: string | null;
  readonly birthOn: string | null;
  readonly calendar: "solar" | "lunar";
  readonly lunarMonth: number | null;
  readonly lunarDay: number | null;
  readonly communityId: string | null;
  readonly laneId: string | null;
}

/** Whoever keeps a birthday on one of these days and may be contacted, by name. Without a whole date of birth only those who said a lunar day. */
export async function birthdaysOn(tx: Tx, orgId: string, days: readonly BirthdayKeys[], limit: number): Promise<BirthdayRow[]> {
  const lunar = days.flatMap((day) => day.lunar.map(([month, monthDay]) => month * 100 + monthDay));
  const { rows } = await sql<BirthdayRow>`
    select p.id, p.name, p.preferred_name, p.birth_on, coalesce(b.calendar, 'solar') as calendar, b.lunar_month, b.lunar_day, p.community_id, p.lane_id
    from people.persons p left join people.standing_birthdays b on b.org_id = ${orgId} and b.person_id = p.id
    where p.org_id = ${orgId} and p.merged_into is null and p.withheld_on is null and p.no_contact_on is null and p.deceased_on is null
      and case when b.calendar = 'lunar' then b.lunar_month * 100 + b.lunar_day = any(${lunar}::int[])
        else p.birth_precision = 'day' and to_char(p.birth_on, 'MM-DD') = any(${days.flatMap(({ solar }) => solar)}::text[]) end
    order by p.name_sort, p.id limit ${limit}`.execute(tx);
  return rows;
}
