import { useText } from "#platform/i18n/use-text.ts";
import { Card, DataList, EmptyState, Figure, Stack, StatRow } from "#platform/ui/index.ts";
import { insightsText } from "../../messages/index.ts";
import { DIGEST_LINES, type DigestLine } from "../../model/digest/digest.ts";
import type { NamedFigures } from "../../service/digest/show-digest.ts";

/** Where the rows of each line stand. */
const ROWS: Readonly<Record<DigestLine, string>> = {
  incidents: "/safeguarding", overdue: "/rhythm", silent: "/visits/silent", approvals: "/cases?whose=all&show=waiting", reviews: "/cases?whose=all&show=overdue", plans: "/plans", strained: "/carers?show=strained",
};

/** The counts of a digest, each opening its rows, and the workers' cases. */
export function DigestFigures({ figures: { lines, load } }: { figures: NamedFigures }) {
  const { digest: t } = useText(insightsText);
  return (
    <Stack>
      <StatRow label={t.title} stats={DIGEST_LINES.flatMap((line) => (lines[line] === undefined ? [] : [{ label: t.lines[line], value: <Figure value={lines[line]} to={ROWS[line]} /> }]))} />
      <Card title={t.load} flush>
        <DataList caption={t.load} rows={load} rowKey={({ accountId }) => accountId} rowTo={({ accountId }) => `/cases?whose=all&workerId=${accountId}`} empty={<EmptyState title={t.loadEmpty} level={3}>{t.loadHint}</EmptyState>}
          columns={[{ key: "name", label: t.worker, render: ({ name }) => name }, { key: "open", label: t.open, end: true, render: ({ open }) => open }, { key: "late", label: t.late, end: true, render: ({ overdue }) => overdue || "–" }]} />
      </Card>
      <p className="soft small measure">{t.scope}</p>
    </Stack>
  );
}
