import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { unitNames } from "#places/index.ts";
import { birthdayKeys, yearsOn } from "../../model/birthdays.ts";
import { birthdaysOn, type BirthdayRow } from "../../store/facts/birthdays.ts";

/** More than a large register has in a month. */
const MOST = 2000;

/** Somebody's birthday on one day. */
export interface Birthday extends Pick<BirthdayRow, "id" | "calendar" | "lunarMonth" | "lunarDay"> {
  readonly on: string;
  readonly name: string;
  readonly place: string;
  /** Null where the year is not known. */
  readonly years: number | null;
  readonly round: boolean;
}

/** Birthdays from a day to a day, in order, by the calendar each keeps. Who does not want to be contacted is not among them. */
export async function listBirthdays(session: Session, { from, until }: { from: string; until: string }): Promise<Birthday[]> {
  requireCapability(session.actor, "people.read");
  const { orgId } = session.actor;
  const days = birthdayKeys(from, until);
  return session.read(async (tx) => {
    const rows = await birthdaysOn(tx, orgId, days, MOST);
    const units = await unitNames(tx, orgId, rows.flatMap(({ communityId, laneId }) => [communityId, laneId]).filter((id) => id !== null));
    return days.flatMap((day) => rows.filter((row) => isOn(row, day)).map(({ id, name, preferredName, birthOn, calendar, lunarMonth, lunarDay, communityId, laneId }) => ({
      id, calendar, lunarMonth, lunarDay, on: day.on, name: preferredName ?? name, place: [communityId, laneId].flatMap((unit) => (unit === null ? [] : units.get(unit)?.name ?? [])).join(" "),
      ...(birthOn === null ? { years: null, round: false } : yearsOn(birthOn, day.on, calendar)),
    })));
  });
}

function isOn({ calendar, birthOn, lunarMonth, lunarDay }: BirthdayRow, { solar, lunar }: ReturnType<typeof birthdayKeys>[number]): boolean {
  return calendar === "lunar" ? lunar.some(([month, day]) => month === lunarMonth && day === lunarDay) : birthOn !== null && solar.includes(birthOn.slice(5));
}
