import { useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { volunteeringText } from "../messages/index.ts";
import type { PreviewRow } from "../service/import/preview-sign-ups.ts";
import { StatusChip } from "./status-chip.tsx";

/** What would become of each row; those kept out come first. */
export function PreviewRows({ rows }: { rows: readonly PreviewRow[] }) {
  const t = useText(volunteeringText);
  const sorted = [...rows].sort((a, b) => Number(a.taken) - Number(b.taken) || a.rowNumber - b.rowNumber);
  return (
    <DataList caption={t.import.preview} rows={sorted.slice(0, 500)} rowKey={({ rowNumber }) => String(rowNumber)} empty={<p className="soft card">{t.import.nothing}</p>}
      columns={[
        { key: "name", label: t.import.name, render: (row) => row.name || "—" },
        { key: "row", label: t.import.rowNumber, end: true, render: (row) => row.rowNumber },
        { key: "status", label: t.import.status, render: (row) => (row.status ? <StatusChip status={row.status} /> : <Chip tone="late">{t.import.keptOut}</Chip>) },
        { key: "notes", label: t.import.notes, render: (row) => (row.faults.length === 0 ? "—" : row.faults.map((fault) => (
          <span key={fault.field + fault.reason} className="small">{t.labelled(t.import.fields[fault.field], wordsOf(fault, t))} → {t.import.remedies[fault.reason]} </span>
        ))) },
      ]} />
  );
}

function wordsOf(fault: PreviewRow["faults"][number], t: (typeof volunteeringText)["zh"]): string {
  const words = t.import.faults[fault.reason];
  return "otherRow" in fault && fault.otherRow !== undefined ? t.noted(words, t.import.row(fault.otherRow)) : words;
}
