import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { encountersText } from "../messages/index.ts";
import type { NamedEncounter } from "../service/name-encounters.ts";

/** A topic's words by its code; the code itself for one no pack knows any more. */
export type TopicWords = readonly { readonly topic: string; readonly zh: string; readonly en: string }[];

/** Who took part, in words. */
export function useWho(): (row: Pick<NamedEncounter, "people" | "colleagues">) => string {
  const { list } = useText(encountersText);
  return ({ people, colleagues }) => [...people.map(({ name }) => name ?? list.hidden), ...colleagues.map(({ name }) => name)].join("、");
}

/** Services as a list. */
export function EncounterLines({ rows, topics, today, filtered }: { rows: readonly NamedEncounter[]; topics: TopicWords; today: string; filtered: boolean }) {
  const { list: t, modes, minutesOf } = useText(encountersText);
  const language = useLanguage();
  const who = useWho();
  const wordOf = (code: string) => topics.find(({ topic }) => topic === code)?.[language] ?? code;
  return (
    <DataList caption={t.title} rows={rows} rowKey={({ encounterId }) => encounterId} rowTo={({ encounterId }) => `/encounters/${encounterId}`}
      empty={filtered ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      columns={[
        { key: "who", label: t.who, render: (row) => who(row) },
        { key: "when", label: t.when, render: ({ happenedOn }) => formatDayOnly(happenedOn, language, today) },
        { key: "mode", label: t.mode, render: ({ mode, minutes }) => `${modes[mode]} · ${minutesOf(minutes)}` },
        { key: "what", label: t.what, render: (row) => [row.topics.map(wordOf).join("、"), row.seen.slice(0, 60)].filter(Boolean).join(" · ") || "—" },
        { key: "by", label: t.by, render: ({ byName }) => byName },
      ]} />
  );
}
