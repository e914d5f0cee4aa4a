import { useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { messagingText } from "../messages/index.ts";

/** Who is left out, by reason, each opening to the people. */
export function ReasonList({ rows, none }: { rows: readonly { readonly reason: string; readonly count: number }[]; none: string }) {
  const { show: t, reasons } = useText(messagingText);
  return (
    <DataList caption={t.leftOut} rows={rows} rowKey={({ reason }) => reason} rowTo={({ reason }) => `?show=${reason}#people`} empty={<EmptyState title={none} level={3} />} columns={[
      { key: "why", label: t.why, render: ({ reason }) => reasons[reason] ?? reason },
      { key: "count", label: t.count, end: true, render: ({ count }) => count },
    ]} />
  );
}
