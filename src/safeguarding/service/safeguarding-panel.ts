import type { PanelSource } from "#platform/web/panels.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import { safeguardingText } from "../messages/index.ts";
import { entriesOf, listIncidents } from "../store/incidents.ts";
import { standing } from "./near.ts";
import { SEVERITY_TONES } from "../ui/tones.ts";

/** On a person's page: the way to report harm, and what the reader already knows of. Nothing tells that there is more. */
export const safeguardingPanel: PanelSource = async (session, { personId, recordIds }, language) => {
  const { actor, today } = session;
  if (!actor.strong || !actor.capabilities.has("safeguarding.report") || actor.personId === personId) return null;
  const t = safeguardingText[language];
  const known = await session.read(async (tx) => {
    const { rows } = await listIncidents(tx, actor.orgId, { personIds: recordIds }, { limit: 5 });
    const entries = await entriesOf(tx, actor.orgId, rows.map(({ id }) => id));
    return rows.filter(({ allegedAccount }) => allegedAccount !== actor.accountId).map((row) => standing(session, row, entries.get(row.id) ?? []));
  });
  return {
    title: t.panel.title, empty: t.panel.empty, action: { label: t.panel.report, to: `/safeguarding/new/${personId}` },
    lines: known.map(({ incident, stands }) => ({
      key: incident.id, text: t.kinds[incident.kind], note: formatInstant(incident.learntAt, language, today), to: `/safeguarding/${incident.id}`,
      chip: stands.state === "closed" ? { label: t.states.closed, tone: "ok" as const } : { label: t.severities[stands.severity], tone: SEVERITY_TONES[stands.severity] },
    })),
  };
};
