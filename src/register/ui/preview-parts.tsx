import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { Card, Chip, DataList, StatRow, type Column } from "#platform/ui/index.ts";
import type { Tone } from "#platform/ui/plain.ts";
import { registerText } from "../messages/index.ts";
import type { FaultCount } from "../model/preview.ts";
import type { ShownPreview } from "../service/showing/show-import.ts";
import type { ListedImport } from "../service/showing/list-imports.ts";

const FIGURES = ["dataRows", "distinctPersons", "rowsRepeatingAPerson", "rowsWithoutName", "idCheckDigitWrong", "idTurnedIntoNumber", "homebound", "homeboundUnclear", "rowsPossiblyRepeating"] as const;
const SEVERITY_TONES: Readonly<Record<FaultCount["severity"], Tone>> = { error: "late", warning: "due", notice: "calm" };
const ROWS_NAMED = 6;

/** The counts of a checked file. Those that are nought and only warn are left out. */
export function FigureRow({ figures }: { figures: NonNullable<ListedImport["figures"]> }) {
  const { page: t, preview } = useText(registerText);
  const language = useLanguage();
  const shown = FIGURES.filter((key, index) => index < 2 || figures[key] > 0);
  return <StatRow label={t.figures} stats={shown.map((key) => ({ label: preview[key], value: <data value={figures[key]}>{formatNumber(figures[key], language)}</data> }))} />;
}

/** Which sheets were read, where the header stands, what was left out. */
export function Understood({ preview: { sheets, encoding } }: { preview: ShownPreview }) {
  const { page: { understood: t }, rowKinds } = useText(registerText);
  return (
    <Card title={t.title}>
      <ul className="stack tight">
        {sheets.map(({ name, read, layout, rowsByKind }) => (
          <li key={name}>
            {read ? [t.sheet(name, rowsByKind.data ?? 0), layout.headerRows.length > 0 ? t.header(layout.headerRows.join("–")) : t.noHeader,
              ...Object.entries(rowsByKind).filter(([kind]) => kind !== "data" && kind !== "blank").map(([kind, rows]) => t.left(rowKinds[kind as keyof typeof rowKinds], rows))].join(" · ") : t.skipped(name)}
          </li>
        ))}
        {encoding ? <li>{t.encoding(encoding)}</li> : null}
      </ul>
    </Card>
  );
}

/** Every kind of fault with what to do about it, the gravest first. */
export function FaultList({ faults }: { faults: readonly FaultCount[] }) {
  const { page: { faults: t }, faults: words, fields } = useText(registerText);
  const columns: readonly [Column<FaultCount>, ...Column<FaultCount>[]] = [
    { key: "kind", label: t.kind, render: ({ kind, severity }) => <><Chip tone={SEVERITY_TONES[severity]}>{t.severity[severity]}</Chip> {words[kind].reason}</> },
    { key: "rows", label: t.rows, end: true, render: ({ rows }) => rows },
    { key: "remedy", label: t.remedy, render: ({ kind }) => words[kind].remedy },
    { key: "where", label: t.where, render: ({ samples }) => samples.slice(0, ROWS_NAMED).map(({ row, field, value }) => `${row}${value && field ? ` (${fields[field]} ${value})` : ""}`).join("、") },
  ];
  return (
    <Card title={t.title}>
      <p className="soft">{t.lead}</p>
      <DataList caption={t.title} rows={faults} rowKey={({ kind }) => kind} columns={columns} empty={<p>{t.none}</p>} />
    </Card>
  );
}

/** Rows that become one person, with what says so. */
export function RepeatList({ repeats }: { repeats: ShownPreview["repeats"] }) {
  const { page: { repeats: t }, evidence, strength } = useText(registerText);
  if (repeats.length === 0) return null;
  return (
    <Card title={t.title}>
      <p className="soft">{t.lead}</p>
      <details>
        <summary>{t.open(repeats.length)}</summary>
        <ul className="stack tight">
          {repeats.map((repeat) => (
            <li key={`${repeat.sheet}-${repeat.row}`}>{t.row(repeat.row, repeat.earlierRow)} · {evidence[repeat.evidence]} <Chip tone={repeat.strength === "possible" ? "due" : "plain"}>{strength[repeat.strength]}</Chip></li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
