import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PanelSource } from "#platform/web/panels.ts";
import { teamsText } from "../messages/index.ts";
import { closedTeams } from "../store/closings.ts";
import { belongingsOfPerson } from "../store/belongings.ts";
import { isStaff } from "./ground.ts";

/** On a person's page: teams they belong to, and teams that look after them. */
export const teamsPanel: PanelSource = async (session, { personId }, language) => {
  const { actor, today } = session;
  if (!isStaff(session) || actor.personId === personId) return null;
  const t = teamsText[language];
  const { rows, closed } = await session.read(async (tx) => {
    const all = await belongingsOfPerson(tx, actor.orgId, personId);
    return { rows: all, closed: await closedTeams(tx, actor.orgId, all.map(({ teamId }) => teamId)) };
  });
  const ended = (teamId: string) => (closed.has(teamId) ? t.list.closed(formatDayOnly(closed.get(teamId)!.closedOn, language, today)) : null);
  return {
    title: t.panel.title, empty: t.panel.empty, to: "/teams",
    lines: rows.map((row) => ({
      key: row.id, text: row.name, to: `/teams/${row.teamId}`,
      note: [row.untilOn !== null ? t.panel.until(formatDayOnly(row.untilOn, language, today)) : row.side === "elder" ? t.panel.lookedAfter(t.levels[row.standing] ?? "") : t.parts[row.standing], t.panel.since(formatDayOnly(row.fromOn, language, today)), ended(row.teamId)].filter(Boolean).join(" · "),
    })),
  };
};
