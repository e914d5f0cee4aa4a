/**
 * Text that a spreadsheet would run as a formula when the sheet is saved as CSV
 * and opened again (CSV injection) gets an apostrophe before it, which
 * spreadsheets show as plain text. Source: OWASP, CSV Injection.
 */
export function neutraliseCell(text: string): string {
  return /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
