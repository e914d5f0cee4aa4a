import { personCards } from "../../people/index.ts";
import { requireCapability } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import type { ServiceLine } from "../model/monthly-return.ts";
import { populationOf, type Population } from "../model/population.ts";
import { readReturnFacts } from "../store/return-facts.ts";
import { spanOf } from "./count-month.ts";

export interface FigureRow {
  readonly id: string;
  readonly happenedOn: string | null;
  readonly minutes: number | null;
  readonly residentId: string | null;
  readonly residentName: string;
  readonly helperName: string | null;
}

export interface OpenedFigure {
  readonly services: readonly FigureRow[];
  readonly activities: readonly (FigureRow & { readonly activity: string; readonly sessionId: string; readonly source: "activity" | "group" })[];
  readonly pairs: readonly (FigureRow & { readonly beganOn: string | null; readonly endedOn: string | null })[];
}

/** The rows a figure was counted from, with names; opening them is audited. */
export async function openFigure(session: Session, { month, communityId, population }: { month: string; communityId?: string | undefined; population?: Population | undefined }): Promise<OpenedFigure> {
  const { actor } = session;
  requireCapability(actor, "returns.read");
  requireCapability(actor, "visits.read");
  requireCapability(actor, "people.read");
  const span = spanOf(month);
  return session.write("insights.open_figure", { month, communityId, population }, async (tx) => {
    const facts = await readReturnFacts(tx, actor.orgId, span);
    const fits = (line: { communityId: string | null }, group: Population) => (!communityId || line.communityId === communityId) && (!population || group === population);
    const services = facts.services.filter((line: ServiceLine) => fits(line, populationOf(line, line.happenedOn)));
    const activities = facts.activities.filter((line) => fits(line, populationOf(line, line.happenedOn)));
    const pairs = facts.pairs.filter((line) => fits(line, line.population));
    const cards = await personCards(tx, actor.orgId, [...services.flatMap(({ residentId, helperId }) => [residentId, helperId]), ...activities.map(({ personId }) => personId), ...pairs.map(({ residentId }) => residentId)].filter((id) => id !== null));
    const nameOf = (id: string | null) => (id === null ? "" : cards.get(id)?.name ?? "");
    await recordAudit(tx, actor, { action: "return.opened", subjectKind: "return", subjectId: month, details: { rows: services.length + activities.length + pairs.length } });
    return {
      services: services.map(({ visitId, happenedOn, minutes, residentId, helperId }) => ({ id: `${visitId}.${residentId ?? helperId}`, happenedOn, minutes, residentId, residentName: nameOf(residentId), helperName: nameOf(helperId) })),
      activities: activities.map(({ source, registrationId, sessionId, activity, happenedOn, minutes, personId }) => ({ id: `${sessionId}.${registrationId}`, source, sessionId, activity, happenedOn, minutes, residentId: personId, residentName: nameOf(personId), helperName: null })),
      pairs: pairs.map(({ pairId, residentId, beganOn, endedOn }) => ({ id: pairId, happenedOn: beganOn, minutes: null, residentId, residentName: nameOf(residentId), helperName: null, beganOn, endedOn })),
    };
  });
}
