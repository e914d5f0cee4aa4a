import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { peopleText } from "../messages/index.ts";
import type { zh } from "../messages/zh.ts";
import type { PersonEvent } from "../model/time-line.ts";

/** What happened in somebody's life with the organisation, newest first. */
export function PersonTimeline({ events, today }: { events: readonly PersonEvent[]; today: string }) {
  const t = useText(peopleText);
  const language = useLanguage();
  const items = events.map((event) => ({
    key: event.key, at: event.on, when: formatDay(event.on, language, today), title: wordsOf(event, t), note: "note" in event && event.note !== "" ? event.note : undefined,
    tone: event.what === "consent" && event.state !== "given" ? "due" as const : event.what === "role" ? "ok" as const : "past" as const,
  }));
  return <Card title={t.show.timeline}>{items.length > 0 ? <Timeline label={t.show.timeline} items={items} /> : <p className="soft">{t.show.nothing}</p>}</Card>;
}

function wordsOf(event: PersonEvent, t: typeof zh): string {
  const words = t.show.events;
  switch (event.what) {
    case "role": return words.role(t.roles[event.role]);
    case "role_ended": return words.roleEnded(t.roles[event.role]);
    case "situation": return words.situation(t.situations[event.kind], event.kind === "long_at_home" ? t.atHome[event.value as "yes"] : event.value);
    case "consent": return words.consent(t.consents.purposes[event.purpose], t.consents.states[event.state]);
    case "disability": return words.disability([event.type === null ? null : t.disabilityTypes[event.type], event.grade === null ? null : t.disabilityGrades[event.grade]].filter(Boolean).join(" "));
    case "merged": return words.merged(event.name);
    case "unmerged": return words.unmerged(event.name);
    case "created": return words.created(t.sources[event.source] ?? event.source);
  }
}
