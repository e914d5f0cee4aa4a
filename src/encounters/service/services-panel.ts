import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PanelSource } from "#platform/web/panels.ts";
import { encountersText } from "../messages/index.ts";
import { listEncounters } from "../store/list-encounters.ts";

/** Lines shown on a file; the rest is behind the list. */
const SHOWN = 4;

/** Somebody's latest services, for the pages of other slices; null for whoever may not read them. Without what was seen, which opening one shows and notes. */
export const servicesPanel: PanelSource = async (session, { personId, recordIds }, language) => {
  const { actor: { orgId, capabilities }, today } = session;
  if (!capabilities.has("encounters.read")) return null;
  const { person: t, list, modes, minutesOf } = encountersText[language];
  const { rows } = await session.read((tx) => listEncounters(tx, orgId, { personIds: recordIds }, { limit: SHOWN }));
  return {
    title: list.title, empty: t.empty, to: `/encounters/of/${personId}`,
    ...(capabilities.has("encounters.write") && { action: { label: t.add, to: `/encounters/new/${personId}` } }),
    lines: rows.map(({ encounterId, happenedOn, mode, minutes, byName }) => ({ key: encounterId, to: `/encounters/${encounterId}`, text: `${formatDayOnly(happenedOn, language, today)} · ${modes[mode]} · ${minutesOf(minutes)}`, note: byName })),
  };
};
