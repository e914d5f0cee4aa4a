import qrcode from "qrcode";
import { formatDayOnly } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import { escapeHtml as e } from "#platform/print/pdf.ts";
import { hoursText } from "../messages/index.ts";
import type { Statement } from "../model/certificate/statement.ts";

const STYLE = `
  body { font: 12pt/1.75 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1d2421; margin: 0; }
  main { border: 1.5pt solid #0b6b4f; padding: 26pt 30pt 22pt; min-height: 232mm; box-sizing: border-box; display: flex; flex-direction: column; }
  h1 { font-size: 24pt; text-align: center; letter-spacing: .12em; margin: 8pt 0 2pt; } .soft { color: #545d58; } .centre { text-align: center; margin: 0 0 20pt; } .lead { font-size: 14pt; text-indent: 2em; margin: 0 0 16pt; }
  table { width: 100%; border-collapse: collapse; margin-bottom: 14pt; } th, td { border: .75pt solid #878e88; padding: 5pt 9pt; text-align: left; } thead th { background: #f2f0e9; } .end { text-align: right; font-variant-numeric: tabular-nums; } tfoot { font-weight: 700; }
  .foot { margin-top: auto; display: flex; justify-content: space-between; align-items: flex-end; gap: 20pt; } .qr { width: 88pt; text-align: center; font-size: 9pt; line-height: 1.4; } .qr svg { width: 88pt; height: 88pt; display: block; }
  dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 2pt 12pt; } dt { color: #545d58; } dd { margin: 0; min-width: 110pt; } .line { border-bottom: .75pt solid #878e88; } .note { font-size: 9.5pt; color: #545d58; margin: 10pt 0 0; }`;

/** The sheet to print: what is certified, who answers for it, room for the seal, and the way to the public check page. */
export async function certificateDocument(statement: Statement, { lang, checkUrl, revoked }: { lang: Language; checkUrl: string; revoked: string | null }): Promise<string> {
  const { document: t, time } = hoursText[lang];
  const day = (on: string) => formatDayOnly(on, lang, "");
  const { volunteer, service, issuer } = statement;
  const qr = await qrcode.toString(checkUrl, { type: "svg", margin: 0 });
  const rows = service.lines.map((line) => `<tr><td>${e(line.title)}</td><td class="end">${e(t.count(line.times))}</td><td class="end">${e(time(line.minutes))}</td></tr>`).join("");
  const fact = (label: string, value: string, signed = false) => `<dt>${e(label)}</dt><dd${signed ? ' class="line"' : ""}>${e(value)}</dd>`;
  return `<!doctype html><html lang="${lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><title>${e(t.title)}</title><style>${STYLE}</style></head><body><main>
<h1>${e(t.title)}</h1><p class="centre soft">${e(t.number)} ${e(statement.number)}${revoked ? ` · <b>${e(revoked)}</b>` : ""}</p>
<p class="lead">${e(t.text(volunteer.name, volunteer.number, day(service.fromOn), day(service.untilOn), time(service.minutes)))}</p>
<table><thead><tr><th>${e(t.service)}</th><th class="end">${e(t.times)}</th><th class="end">${e(t.time)}</th></tr></thead><tbody>${rows}</tbody>
<tfoot><tr><td>${e(t.total)}</td><td class="end">${e(t.count(service.lines.reduce((sum, { times }) => sum + times, 0)))}</td><td class="end">${e(time(service.minutes))}</td></tr></tfoot></table>
${statement.notes ? `<p>${e(t.notes)}：${e(statement.notes)}</p>` : ""}<p class="note">${e(t.wording)} ${e(t.identity)}</p>
<div class="foot"><dl>${fact(t.head, issuer.head, true)}${fact(t.handler, issuer.handler, true)}${issuer.contact ? fact(t.contact, issuer.contact) : ""}</dl>
<div class="centre">${e(issuer.name)}<br><span class="soft">${e(t.seal)}</span><br>${e(day(statement.issuedOn))}</div><div class="qr">${qr}${e(t.check)}</div></div></main></body></html>`;
}
