import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PanelSource } from "#platform/web/panels.ts";
import { activitiesText } from "../messages/index.ts";
import { READ } from "../model/policy.ts";
import { joinedBy } from "../store/registrations.ts";
import { MARK_TONES, STATUS_TONES } from "../ui/tones.ts";

/** Lines shown on a file; the rest is in the calendar. */
const SHOWN = 4;

/** On a person's page and in their case: what they signed up for, and whether they came. */
export const activitiesPanel: PanelSource = async (session, { recordIds }, language) => {
  const { actor: { orgId, capabilities }, today } = session;
  if (!capabilities.has(READ)) return null;
  const t = activitiesText[language];
  const rows = await session.read((tx) => joinedBy(tx, orgId, recordIds, SHOWN));
  return {
    title: t.title, empty: t.panelEmpty, to: "/activities",
    lines: rows.map(({ registrationId, sessionId, name, onDay, role, status, attended }) => ({
      key: registrationId, text: `${name} · ${formatDayOnly(onDay, language, today)}`, note: t.roles[role], to: `/activities/${sessionId}`,
      chip: attended === null ? { label: t.statuses[status], tone: STATUS_TONES[status] } : { label: t.marks[attended], tone: MARK_TONES[attended] },
    })),
  };
};
