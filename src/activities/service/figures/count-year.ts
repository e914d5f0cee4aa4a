import { personCards } from "#people/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { monthOf } from "#kernel/calendar.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { byMonth, type Figures, figuresOf, hideSmall } from "../../model/figures.ts";
import { READ } from "../../model/policy.ts";
import { type Came, cameBetween } from "../../store/attendance.ts";
import { selectSeries } from "../../store/series.ts";
import { noteRead } from "../ground.ts";

export interface Year { readonly total: Figures; readonly months: readonly { readonly month: string; readonly figures: Figures | null }[]; readonly opens: boolean }

/** The year's sessions, person-times and persons (场次、人次、人数), counted from who came. Months that point at somebody are hidden from those who may not read files. */
export async function countYear(session: Session, year: string): Promise<Year> {
  requireCapability(session.actor, READ);
  if (!/^20\d\d$/.test(year)) throw new Refusal("not_found", "platform.not_found");
  const opens = session.actor.capabilities.has("people.read");
  const lines = await session.read((tx) => cameBetween(tx, session.actor.orgId, `${year}-01-01`, `${year}-12-31`));
  const months = byMonth(year, lines);
  return { total: figuresOf(lines), months: opens ? months : hideSmall(months), opens };
}

export interface FigureRow extends Came { readonly activity: string; readonly name: string }

/** The rows behind a month's figures: who came to what. Audited. */
export async function openMonth(session: Session, month: string): Promise<{ figures: Figures; rows: readonly FigureRow[] }> {
  const { actor } = session;
  requireCapability(actor, READ);
  requireCapability(actor, "people.read");
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal("not_found", "platform.not_found");
  const { from, to } = monthOf(`${month}-01`);
  const opened = await session.read(async (tx) => {
    const lines = await cameBetween(tx, actor.orgId, from, to);
    const series = await selectSeries(tx, actor.orgId, lines.map(({ seriesId }) => seriesId));
    const cards = await personCards(tx, actor.orgId, lines.map(({ personId }) => personId));
    return { figures: figuresOf(lines), rows: lines.map((line) => ({ ...line, activity: series.get(line.seriesId)!.name, name: cards.get(line.personId)?.name ?? "" })) };
  });
  await noteRead(session, "activity.figures_opened", "activity_month", month);
  return opened;
}
