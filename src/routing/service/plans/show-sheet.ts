import { Refusal } from "#kernel/refusal.ts";
import type { PersonCard } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { PlannedStop, PlannedTour } from "../../model/day/day.ts";
import { mayShowPhones, PLAN } from "../../model/policy.ts";
import { gatherDay, readPlan, standingRun, type Ground } from "../ground.ts";
import { colleagueNames, nameTeams, type NamedTeam } from "./name-teams.ts";
import { nameOf } from "./show-plan.ts";

/** One line of a day sheet: enough to find the door and know what to say. */
export interface SheetStop extends PlannedStop {
  readonly name: string;
  readonly place: string;
  readonly address: string | null;
  /** Whose number it is stands beside it; null where the sheet carries no numbers. */
  readonly phone: { readonly value: string; readonly holder: string | null } | null;
  readonly bring: string;
}

export interface DaySheet {
  readonly planId: string;
  readonly onDay: string;
  readonly startName: string;
  readonly sheets: readonly (Omit<PlannedTour, "stops"> & { readonly team: NamedTeam; readonly phones: boolean; readonly stops: readonly SheetStop[] })[];
}

/** The sheets to take along, one per team. */
export async function showSheet(session: Session, planId: string): Promise<DaySheet> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const colleagues = await colleagueNames(session);
  return session.write(`routing.show_sheet|${planId}`, null, async (tx) => {
    const ground = await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId));
    const run = await standingRun(tx, actor.orgId, ground);
    if (!run) throw new Refusal("conflict", "routing.not_planned_yet");
    const teams = new Map((await nameTeams(tx, actor.orgId, ground.teams, colleagues)).map((team) => [team.id, team]));
    const names = await unitNames(tx, actor.orgId, [ground.plan.startUnitId]);
    await recordAudit(tx, actor, { action: "route.sheet_read", subjectKind: "route", subjectId: planId, details: { persons: run.answer.tours.reduce((sum, { stops }) => sum + stops.length, 0) } });
    return {
      planId, onDay: ground.plan.onDay, startName: names.get(ground.plan.startUnitId)?.name ?? "",
      sheets: run.answer.tours.flatMap(({ stops, ...tour }) => {
        const team = teams.get(tour.teamId);
        if (!team) return [];
        const phones = mayShowPhones(team.members);
        return [{ ...tour, team, phones, stops: stops.map((stop) => sheetStop(ground, stop, phones)) }];
      }),
    };
  });
}

function sheetStop({ cards, visits }: Ground, stop: PlannedStop, phones: boolean): SheetStop {
  const card = cards.get(stop.personId);
  const withheld = card?.withheldOn != null;
  return {
    ...stop, name: nameOf(card), place: [card?.communityName, card?.laneName].filter(Boolean).join(" · "), address: withheld ? null : card?.address ?? null,
    phone: phones && !withheld ? firstPhone(card) : null, bring: visits.find(({ personId }) => personId === stop.personId)?.bring ?? "",
  };
}

function firstPhone(card: PersonCard | undefined): SheetStop["phone"] {
  const [phone] = card?.phones ?? [];
  return phone ? { value: phone.value, holder: phone.whose === "other" ? [phone.relation, phone.holderName].filter(Boolean).join(" ") || null : null } : null;
}
