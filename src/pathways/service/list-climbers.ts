import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { ClimberFilter } from "../model/filter.ts";
import { heightOfWay, type Way } from "../model/ladder.ts";
import { mayOpenRows } from "../model/policy.ts";
import { waysOn } from "./ways.ts";

export interface ClimberLine {
  readonly personId: string;
  readonly name: string;
  readonly population: string;
  readonly beganOn: string;
  readonly climbed: Way["climbed"];
}

/** The persons behind a figure of the ladder. Reading them is noted. */
export async function listClimbers(session: Session, filter: ClimberFilter, { after, limit = 50 }: { after?: string | null; limit?: number } = {}): Promise<Page<ClimberLine>> {
  const { actor, today, now } = session;
  if (!mayOpenRows(actor)) throw new Refusal("forbidden", "access.not_allowed");
  const from = decodeCursor(after, ["day", "id"]);
  return session.write("pathways.list", { ...filter, at: now.toISOString() }, async (tx) => {
    const asOf = filter.asOf && filter.asOf < today ? filter.asOf : today;
    const ways = (await waysOn(tx, actor.orgId, asOf)).filter((way) => fits(way, filter)).map((way) => ({ ...way, beganOn: way.entryOn ?? way.climbed[0]!.onDay }))
      .sort((a, b) => (a.beganOn === b.beganOn ? (a.personId < b.personId ? -1 : 1) : a.beganOn < b.beganOn ? 1 : -1));
    const beyond = from ? ways.filter(({ beganOn, personId }) => beganOn < String(from[0]) || (beganOn === from[0] && personId > String(from[1]))) : ways;
    const page = pageOf(beyond.slice(0, limit + 1), limit, ({ beganOn, personId }) => [beganOn, personId]);
    const cards = await personCards(tx, actor.orgId, page.rows.map(({ personId }) => personId));
    await recordAudit(tx, actor, { action: "pathway.rows_read", subjectKind: "pathways", subjectId: "list", details: { ...filter, rows: page.rows.length } });
    return { next: page.next, rows: page.rows.map(({ personId, population, beganOn, climbed }) => ({ personId, population, beganOn, climbed, name: cards.get(personId)?.preferredName ?? cards.get(personId)?.name ?? "" })) };
  });
}

function fits(way: Way, { at, population, from, to, came }: ClimberFilter): boolean {
  if (way.cameToHelp !== (came === "helping")) return false;
  if (population && way.population !== population) return false;
  if (at && heightOfWay(way) !== at) return false;
  if (!from) return true;
  const index = way.climbed.findIndex(({ step }) => step === from);
  return index >= 0 && (to === undefined || way.climbed[index + 1]?.step === to);
}
