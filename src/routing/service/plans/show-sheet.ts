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
import { nameOf, notToGo, type NotToGo, type ShownVisit } from "./show-plan.ts";
import type { PlanChange } from "../../model/day/replan.ts";
import { teamNow } from "../../model/team-now.ts";
import { selectRunChanges } from "../../store/changes.ts";

/** One line of a day sheet: enough to find the door and know what to say. */
export interface SheetStop extends PlannedStop {
  readonly name: string;
  readonly place: string;
  readonly address: string | null;
  /** Whose number it is stands beside it; null where the sheet carries no numbers. */
  readonly phone: { readonly value: string; readonly holder: string | null } | null;
  readonly bring: string;
  /** Whom they meet at the door. */
  readonly meets: { readonly letter: string; readonly names: string } | null;
  /** Against the version before: new to this team, or at another time. */
  readonly change: "isNew" | "newTime" | null;
  readonly asks: ShownVisit["asks"];
}

export interface DaySheet {
  readonly planId: string;
  readonly onDay: string;
  readonly startName: string;
  /** Every state of the plan is a version; the latest holds. */
  readonly version: number;
  readonly madeAt: string;
  readonly sheets: readonly (Omit<PlannedTour, "stops"> & { readonly gone: readonly string[]; readonly mayNotGo: readonly NotToGo[]; readonly team: NamedTeam; readonly phones: boolean; readonly stops: readonly SheetStop[] })[];
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
    const began = await nameTeams(tx, actor.orgId, ground, colleagues);
    const named = began.map((team) => teamNow(team, team.changes));
    const mayNotGo = ground.plan.onDay < session.today ? [] : notToGo(ground, began, run).filter(({ stops }) => stops > 0);
    const [teams, changes] = [new Map(named.map((team) => [team.id, team])), await selectRunChanges(tx, actor.orgId, planId, run.number)];
    const names = await unitNames(tx, actor.orgId, [ground.plan.startUnitId]);
    await recordAudit(tx, actor, { action: "route.sheet_read", subjectKind: "route", subjectId: planId, details: { persons: run.answer.tours.reduce((sum, { stops }) => sum + stops.length, 0) } });
    return {
      planId, onDay: ground.plan.onDay, startName: names.get(ground.plan.startUnitId)?.name ?? "", version: run.number, madeAt: run.at,
      sheets: run.answer.tours.flatMap(({ stops, ...tour }) => {
        const team = teams.get(tour.teamId);
        if (!team) return [];
        const phones = mayShowPhones(team.members);
        const gone = changes.filter(({ fromTeams, toTeams }) => fromTeams.includes(team.id) && !toTeams.includes(team.id)).map(({ personId }) => nameOf(ground.cards.get(personId)));
        return [{ ...tour, team, phones, gone, mayNotGo: mayNotGo.filter(({ teamId }) => teamId === team.id), stops: stops.map((stop) => sheetStop(ground, stop, { phones, teamId: team.id, teams, changes, colleagues })) }];
      }),
    };
  });
}

interface OnSheet {
  readonly phones: boolean;
  readonly teamId: string;
  readonly teams: ReadonlyMap<string, NamedTeam>;
  readonly changes: readonly PlanChange[];
  readonly colleagues: ReadonlyMap<string, string>;
}

function sheetStop({ cards, visits, asks }: Ground, stop: PlannedStop, { phones, teamId, teams, changes, colleagues }: OnSheet): SheetStop {
  const card = cards.get(stop.personId);
  const withheld = card?.withheldOn != null;
  const [other, change] = [teams.get(stop.withTeamId ?? ""), changes.find(({ personId }) => personId === stop.personId)];
  const { wanted, never: _never, ...asked } = asks.get(stop.personId)!;
  const name = wanted === null ? "" : colleagues.get(wanted.slice(6)) ?? [...teams.values()].flatMap(({ members }) => members).find(({ id }) => wanted.endsWith(id))?.name ?? "";
  return {
    ...stop, name: nameOf(card), place: [card?.communityName, card?.laneName].filter(Boolean).join(" · "), address: withheld ? null : card?.address ?? null,
    phone: phones && !withheld ? firstPhone(card) : null, bring: visits.find(({ personId }) => personId === stop.personId)?.bring ?? "",
    meets: other ? { letter: other.letter, names: other.members.map((member) => member.name).join("、") } : null,
    change: !change ? null : change.fromTeams.includes(teamId) ? "newTime" : "isNew", asks: { ...asked, wanted: wanted === null ? null : { key: wanted, name }, never: [] },
  };
}

function firstPhone(card: PersonCard | undefined): SheetStop["phone"] {
  const [phone] = card?.phones ?? [];
  return phone ? { value: phone.value, holder: phone.whose === "other" ? [phone.relation, phone.holderName].filter(Boolean).join(" ") || null : null } : null;
}
