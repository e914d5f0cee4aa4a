import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { askAgainOn, isOpen, stateOf, type InvitationState } from "../model/invitation.ts";
import { heightOfWay } from "../model/ladder.ts";
import { pathOn } from "../model/path.ts";
import { mayOpenRows } from "../model/policy.ts";
import { ASKED, heightOf, STEPS, type AskedStep } from "../model/steps.ts";
import { stepsOf } from "../store/days.ts";
import { eventsOf, invitationsOf, listInvitations } from "../store/invitations.ts";
import { pathVersions } from "../store/paths.ts";
import { waysOn } from "./ways.ts";

export interface AskLine { readonly id: string; readonly personId: string; readonly name: string; readonly step: AskedStep; readonly what: string; readonly askedOn: string; readonly byName: string; readonly state: InvitationState }
export interface ReadyLine { readonly personId: string; readonly name: string; readonly next: AskedStep; readonly times: number }

/** So many who might be asked are looked at; nobody asks more in a day. */
const MOST_READY = 60;

/** Invitations that wait, or how they ended. */
export async function listAsks(session: Session, show: "open" | "answered", paging: { after?: string | null } = {}): Promise<Page<AskLine>> {
  const { actor, now } = session;
  if (!mayOpenRows(actor)) throw new Refusal("forbidden", "access.not_allowed");
  return session.write("pathways.asks", { show, at: now.toISOString() }, async (tx) => {
    const { rows, next } = await listInvitations(tx, actor.orgId, show === "open" ? ["asked", "yes"] : ["not_now", "no", "withdrawn", "begun"], paging);
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId));
    await recordAudit(tx, actor, { action: "pathway.rows_read", subjectKind: "pathways", subjectId: "list", details: { show, rows: rows.length } });
    return { next, rows: rows.map(({ id, personId, step, what, askedOn, byName, state }) => ({ id, personId, name: cards.get(personId)?.name ?? "", step, what, askedOn, byName, state: state as InvitationState })) };
  });
}

/** Who might be asked for the next step: often enough on the one before, nobody's question open, and not before the day they named. Most often first. */
export async function listReady(session: Session): Promise<ReadyLine[]> {
  const { actor, today, now } = session;
  if (!mayOpenRows(actor)) throw new Refusal("forbidden", "access.not_allowed");
  return session.write("pathways.ready", { at: now.toISOString() }, async (tx) => {
    const { content } = pathOn(await pathVersions(tx, actor.orgId), today);
    const ways = (await waysOn(tx, actor.orgId, today)).filter(({ untilOn }) => untilOn === today);
    const below = ways.flatMap((way) => {
      const height = heightOfWay(way);
      const next = ASKED.find((step) => heightOf(step) === Math.max(heightOf(height) + 1, heightOf("helping")));
      return next === undefined || height === "helped" ? [] : [{ personId: way.personId, next, on: STEPS[heightOf(next) - 1]! }];
    });
    const stands = await stepsOf(tx, actor.orgId, below.map(({ personId }) => personId), today);
    const often = below.map(({ personId, next, on }) => ({ personId, next, times: stands.get(personId)?.find(({ step }) => step === on)?.times ?? 0 }))
      .filter(({ next, times }) => times >= content.steps[next].afterTimes).sort((a, b) => b.times - a.times || (a.personId < b.personId ? -1 : 1)).slice(0, MOST_READY * 3);
    const asked = often.length === 0 ? [] : await invitationsOf(tx, actor.orgId, often.map(({ personId }) => personId));
    const events = await eventsOf(tx, actor.orgId, asked.map(({ id }) => id));
    const byPerson = Map.groupBy(asked.map((row) => ({ ...row, events: events.get(row.id) ?? [] })), ({ personId }) => personId);
    const ready = often.filter(({ personId, next }) => {
      const known = byPerson.get(personId) ?? [];
      const again = askAgainOn(known, next, content.askAgainDays);
      return !known.some((one) => isOpen(stateOf(one.events))) && (again === null || again <= today);
    }).slice(0, MOST_READY);
    const cards = await personCards(tx, actor.orgId, ready.map(({ personId }) => personId));
    await recordAudit(tx, actor, { action: "pathway.rows_read", subjectKind: "pathways", subjectId: "list", details: { show: "ready", rows: ready.length } });
    return ready.map((row) => ({ ...row, name: cards.get(row.personId)?.name ?? "" }));
  });
}
