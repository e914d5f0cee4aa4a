import { formatInstant } from "../../i18n/days.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { platformText } from "../../messages/index.ts";
import { Card } from "../../ui/layout/card.tsx";
import { DataList } from "../../ui/list/data-list.tsx";
import { Pager } from "../../ui/list/pager.tsx";
import { EmptyState } from "../../ui/show/empty-state.tsx";
import type { FileViewer } from "../../web/file-access.ts";
import type { Page } from "../../db/keyset.ts";
import type { AuditLine } from "../list.ts";

/** Who can open a file now and why, and who opened or changed it, newest first. */
export function AccessCards({ viewers, readings, today }: { viewers: readonly FileViewer[]; readings: Page<AuditLine>; today: string }) {
  const { access: t, audit } = useText(platformText);
  const language = useLanguage();
  return (
    <>
      <Card title={t.can} flush>
        <DataList caption={t.can} rows={viewers} rowKey={({ name, why }) => `${why} ${name}`} empty={<EmptyState title={t.nobody} level={3} />} columns={[{ key: "name", label: audit.who, render: ({ name }) => name }, { key: "why", label: t.why, render: ({ why }) => why }]} />
      </Card>
      <Card title={t.readings} flush>
        <DataList caption={t.readings} rows={readings.rows} rowKey={({ seq }) => String(seq)} empty={<EmptyState title={t.none} level={3} />} columns={[
          { key: "who", label: audit.who, render: ({ actorName }) => actorName }, { key: "what", label: t.what, render: ({ action }) => audit.actions[action] ?? action }, { key: "when", label: audit.at, render: ({ at }) => formatInstant(at, language, today) },
        ]} />
      </Card>
      <Pager after={readings.next} />
    </>
  );
}
