import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { messagingText } from "../messages/index.ts";
import type { ShownMessage } from "../service/show-message.ts";

/** The people of one group: names and states, no number. */
export function Receivers({ page, show, today }: { page: NonNullable<ShownMessage["receivers"]>; show: string; today: string }) {
  const { show: t, states, reasons, channels } = useText(messagingText);
  const language = useLanguage();
  const title = t.group(reasons[show] ?? (states as Record<string, string>)[show] ?? channels[show] ?? t.guardians);
  return (
    <section id="people">
      <Card title={title} flush>
        <DataList caption={title} rows={page.rows} rowKey={({ personId }) => personId} rowTo={({ personId }) => `/messages/people/${personId}`} empty={<EmptyState title={t.nobody} level={3} />} columns={[
          { key: "name", label: t.name, render: ({ name }) => name },
          { key: "how", label: t.how, render: ({ channel, reachedBy, guardian }) => [channels[channel ?? reachedBy] ?? "—", guardian ? t.guardian : ""].filter(Boolean).join(" · ") },
          { key: "state", label: t.state, render: ({ state, joined, reason }) => (reason === null ? states[state === "planned" && joined ? "joined" : state] : reasons[reason] ?? reason) },
          { key: "at", label: t.at, render: ({ attemptedAt }) => (attemptedAt === null ? "—" : formatInstant(attemptedAt, language, today)) },
        ]} />
      </Card>
      <Pager after={page.next} />
    </section>
  );
}
