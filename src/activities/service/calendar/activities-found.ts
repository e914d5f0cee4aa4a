import { thoseNamed } from "#kernel/match-name.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import type { SearchSource } from "#platform/search/search-sources.ts";
import { activitiesText } from "../../messages/index.ts";
import { READ } from "../../model/policy.ts";
import { namesOfSeries, nextDaysOf } from "../../store/series.ts";

/** Activities for the house-wide search: a series as its plan stands now, with the next day it is held. */
export const activitiesFound: SearchSource = async (session, { q, limit }, language) => {
  const { actor: { orgId, capabilities, strong }, today } = session;
  if (!capabilities.has(READ) || !strong) return null;
  const t = activitiesText[language];
  return session.read(async (tx) => {
    const all = await namesOfSeries(tx, orgId);
    const continued = new Set(all.map(({ continuesId }) => continuesId));
    const found = thoseNamed(all.filter(({ id }) => !continued.has(id)), q, limit + 1);
    const next = await nextDaysOf(tx, orgId, found.map(({ id }) => id), today);
    return {
      title: t.title,
      lines: found.map(({ id, name, kind }) => ({ to: `/activities/series/${id}`, title: name, detail: [t.kinds[kind], t.nextOn(next.has(id) ? formatDayOnly(next.get(id)!, language, today) : null)].join(" · ") })),
    };
  });
};
