import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PanelSource } from "#platform/web/panels.ts";
import { pathwaysText } from "../messages/index.ts";
import { isOpen, stateOf } from "../model/invitation.ts";
import { mayOpenRows } from "../model/policy.ts";
import { heightOf } from "../model/steps.ts";
import { stepsOf } from "../store/days.ts";
import { eventsOf, invitationsOf } from "../store/invitations.ts";

/** On a person's page: how far they have come, and what is being asked. */
export const pathwaysPanel: PanelSource = async (session, { personId }, language) => {
  const { actor, today } = session;
  if (!actor.strong || !mayOpenRows(actor) || actor.personId === personId) return null;
  const t = pathwaysText[language];
  return session.read(async (tx) => {
    const stands = (await stepsOf(tx, actor.orgId, [personId], today)).get(personId) ?? [];
    const asked = await invitationsOf(tx, actor.orgId, [personId]);
    const events = await eventsOf(tx, actor.orgId, asked.map(({ id }) => id));
    const open = asked.filter(({ id }) => isOpen(stateOf(events.get(id) ?? [])));
    return {
      title: t.panel.title, empty: t.panel.empty, action: { label: t.panel.open, to: `/pathways/people/${personId}` },
      lines: [
        ...open.map(({ id, step, what }) => ({ key: id, text: `${t.panel.asked(t.steps[step])} · ${what}`, to: `/pathways/people/${personId}`, chip: { label: t.states[stateOf(events.get(id) ?? [])], tone: "due" as const } })),
        ...stands.toSorted((a, b) => heightOf(b.step) - heightOf(a.step)).map(({ step, firstOn, times }) => ({ key: step, text: t.steps[step], note: t.panel.since(formatDayOnly(firstOn, language, today), times) })),
      ],
    };
  });
};
