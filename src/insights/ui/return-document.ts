import type { Language } from "#platform/i18n/language.ts";
import { escapeHtml as e } from "#platform/print/pdf.ts";
import { insightsText } from "../messages/index.ts";
import { FIGURES, type Figures } from "../model/monthly-return.ts";
import type { ShownReturn } from "../service/count-month.ts";

const STYLE = `
  body { font: 11pt/1.5 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1d2421; margin: 0; }
  h1 { font-size: 18pt; text-align: center; margin: 0 0 4pt; } .soft { color: #545d58; text-align: center; margin: 0 0 14pt; }
  table { width: 100%; border-collapse: collapse; } th, td { border: .75pt solid #878e88; padding: 5pt 7pt; text-align: left; } thead th { background: #f2f0e9; }
  .end { text-align: right; font-variant-numeric: tabular-nums; } tfoot { font-weight: 700; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .sign { display: flex; justify-content: space-between; margin-top: 26pt; } .note { font-size: 9pt; color: #545d58; margin-top: 10pt; }`;

/** The sheet as a document of its own: title, table, what the figures mean, room to sign. */
export function returnDocument(counted: ShownReturn, { lang, organization, filledBy, today }: { lang: Language; organization: string; filledBy: string; today: string }): string {
  const t = insightsText[lang];
  const [year = "", number = ""] = counted.month.split("-");
  const cells = (figures: Figures) => FIGURES.map((figure) => `<td class="end">${figure === "volunteerMinutes" ? e(t.hours(figures[figure])) : figures[figure]}</td>`).join("");
  const body = counted.lines.map((line) => {
    const community = line.communityId ? (counted.communityNames[line.communityId] ?? t.noCommunity) : t.noCommunity;
    return `<tr><td>${e(community)}</td><td>${e(t.populations[line.population])}</td>${cells(line)}</tr>`;
  }).join("");
  const together = counted.together ? `<tr><td colspan="2">${e(t.together)}</td>${cells(counted.together)}</tr>` : "";
  const head = [t.community, t.population].map((text) => `<th>${e(text)}</th>`).join("") + FIGURES.map((figure) => `<th class="end">${e(t.figures[figure])}</th>`).join("");
  return `<!doctype html><html lang="${lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><title>${e(t.title)}</title><style>${STYLE}</style></head><body>
<h1>${e(t.month(year, number))} ${e(t.title)}</h1><p class="soft">${e(organization)}</p>
<table><thead><tr>${head}</tr></thead><tbody>${body}${together}</tbody><tfoot><tr><td colspan="2">${e(t.total)}</td>${cells(counted.total)}</tr></tfoot></table>
<p class="note">${e(t.explain)}</p>
<div class="sign"><span>${e(t.filler)}：${e(filledBy)}</span><span>${e(t.reviewer)}：＿＿＿＿＿＿＿＿</span><span>${e(t.printedOn)}：${e(today)}</span></div></body></html>`;
}
