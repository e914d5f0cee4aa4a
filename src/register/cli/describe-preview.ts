import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { RegisterPreview } from "../model/preview.ts";

const FIGURES = ["dataRows", "distinctPersons", "rowsRepeatingAPerson", "rowsPossiblyRepeating", "rowsWithoutName", "idCheckDigitWrong", "idTurnedIntoNumber", "homebound", "homeboundUnclear", "rowsIn", "rowsBack"] as const;
const ROWS_SHOWN = 8;

/** The preview in words, for a terminal. Shows row numbers, never what the cells hold. */
export function describePreview(preview: RegisterPreview, language: "zh" | "en"): string {
  const texts = language === "zh" ? zh : en;
  const lines = FIGURES.map((figure) => `${texts.preview[figure]}\t${preview[figure]}`);
  if (preview.encoding) lines.push(`${texts.preview.encoding}\t${preview.encoding}`);
  for (const { name, read, layout, columns } of preview.sheets) {
    const header = layout.headerRows.length > 0 ? texts.preview.headerRows.replace("{rows}", layout.headerRows.join("–")) : texts.preview.noHeader;
    lines.push("", `${texts.preview.sheet} ${name}: ${read ? header : texts.preview.skippedSheet}`);
    if (!read) continue;
    for (const { header: path, field, confidence, reason } of columns) {
      lines.push(`  ${path.join(" › ") || "·"}\t${field ? texts.fields[field] : "–"}\t${field ? `${Math.round(confidence * 100)}%` : ""}\t${texts.mappingReason[reason]}`);
    }
  }
  lines.push("", texts.preview.faults);
  for (const { kind, rows, samples } of preview.faults) {
    const where = [...new Set(samples.map(({ row }) => row))].slice(0, ROWS_SHOWN).join(", ");
    lines.push(`  ${texts.faults[kind].reason}\t${texts.preview.rows.replace("{count}", String(rows))}\t${texts.preview.row.replace("{row}", where)}\t${texts.faults[kind].remedy}`);
  }
  if (preview.suggestionCount > 0) lines.push("", `${texts.preview.suggestions}\t${preview.suggestionCount}`);
  for (const { row, reason } of preview.suggestions.slice(0, ROWS_SHOWN)) lines.push(`  ${texts.preview.row.replace("{row}", String(row))}\t${texts.recovery[reason]}`);
  return lines.join("\n");
}
