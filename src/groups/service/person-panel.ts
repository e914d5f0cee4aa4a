import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PanelSource } from "#platform/web/panels.ts";
import { groupsText } from "../messages/index.ts";
import { memberStanding } from "../model/group.ts";
import { memberEventsOf, membershipsOf } from "../store/members.ts";
import { isNear } from "./near.ts";

/** On a person's page: the groups they belong or belonged to; they open for whoever stands near the group. */
export const groupsPanel: PanelSource = async (session, { personId }, language) => {
  const { actor, today } = session;
  if (!actor.strong || !actor.capabilities.has("groups.work") || actor.personId === personId) return null;
  const t = groupsText[language];
  return session.read(async (tx) => {
    const rows = await membershipsOf(tx, actor.orgId, personId);
    const events = await memberEventsOf(tx, actor.orgId, rows.map(({ id }) => id));
    return {
      title: t.panel.title, empty: t.panel.empty, to: "/groups",
      lines: rows.map((row) => {
        const { part, leftOn } = memberStanding(events.get(row.id) ?? []);
        return { key: row.id, text: row.name, note: [t.parts[part], leftOn === null ? t.panel.since(formatDayOnly(row.joinedOn, language, today)) : t.panel.until(formatDayOnly(leftOn, language, today))].join(" · "), ...(isNear(session, row) && { to: `/groups/${row.groupId}` }) };
      }),
    };
  });
};
