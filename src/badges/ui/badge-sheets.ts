import { formatDayOnly } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { PdfDefinition } from "#platform/print/draw-pdf.ts";
import { badgesText } from "../messages/index.ts";
import { A_PAGE, type Role } from "../model/badge.ts";

type Content = Extract<PdfDefinition["content"], readonly unknown[]>[number];

/** What stands on one badge, with the address its QR code opens. */
export interface PaperBadge {
  readonly number: string;
  readonly name: string;
  readonly role: Role;
  readonly sourceName: string;
  readonly validUntil: string;
  readonly checkUrl: string;
}

/** Points: a card of 85.6 × 54 mm (ISO/IEC 7810 ID-1), two by five on A4. */
const CARD = { width: 242.6, height: 153 };
const COLUMNS = 2;
const ROWS = A_PAGE / COLUMNS;
const LEFT = (595.28 - COLUMNS * CARD.width) / 2;
const TOP = (841.89 - ROWS * CARD.height) / 2;
const MARK = 14;
const GREEN = "#0b6b4f";
const SOFT = "#545d58";

/** Sheets of ten badges with cut marks at every edge of a card. */
export function badgeSheets(badges: readonly PaperBadge[], { organization, lang }: { organization: string; lang: Language }): Omit<PdfDefinition, "pageSize"> {
  const sheets = Array.from({ length: Math.ceil(badges.length / A_PAGE) }, (_, at) => badges.slice(at * A_PAGE, (at + 1) * A_PAGE));
  return {
    pageMargins: [0, 0, 0, 0], info: { title: badgesText[lang].title }, defaultStyle: { fontSize: 9, lineHeight: 1.1 },
    content: sheets.flatMap((sheet, page): Content[] => [
      { text: " ", fontSize: 1, ...(page > 0 && { pageBreak: "before" as const }) },
      { canvas: cutMarks(), absolutePosition: { x: 0, y: 0 } },
      ...sheet.flatMap((badge, at) => cardOf(badge, { organization, lang, x: LEFT + (at % COLUMNS) * CARD.width, y: TOP + Math.floor(at / COLUMNS) * CARD.height })),
    ]),
  };
}

function cutMarks() {
  const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: "line" as const, x1, y1, x2, y2, lineWidth: 0.4, lineColor: "#878e88" });
  const [right, bottom] = [LEFT + COLUMNS * CARD.width, TOP + ROWS * CARD.height];
  const down = Array.from({ length: COLUMNS + 1 }, (_, at) => LEFT + at * CARD.width).flatMap((x) => [line(x, TOP - MARK, x, TOP - 3), line(x, bottom + 3, x, bottom + MARK)]);
  const across = Array.from({ length: ROWS + 1 }, (_, at) => TOP + at * CARD.height).flatMap((y) => [line(LEFT - MARK, y, LEFT - 3, y), line(right + 3, y, right + MARK, y)]);
  return [...down, ...across];
}

function cardOf(badge: PaperBadge, { organization, lang, x, y }: { organization: string; lang: Language; x: number; y: number }): Content[] {
  const { paper: t, roles } = badgesText[lang];
  const at = (left: number, top: number) => ({ absolutePosition: { x: x + left, y: y + top } });
  const room = (text: string, width: number, more: object): Content => ({ columns: [{ text, width, ...more }] });
  return [
    { canvas: [{ type: "rect", x: 0, y: 0, w: CARD.width - 12, h: 4, color: GREEN }], ...at(6, 8) },
    { ...room(organization, CARD.width - 24, { fontSize: 10, bold: true, color: GREEN, noWrap: false }) as object, ...at(12, 16) } as Content,
    { ...room(badge.name, CARD.width - 110, { fontSize: badge.name.length > 6 ? 13 : 20, bold: true }) as object, ...at(12, 44) } as Content,
    { ...room(roles[badge.role]!, CARD.width - 110, { fontSize: 10.5 }) as object, ...at(12, 74) } as Content,
    { ...room(badge.sourceName, CARD.width - 110, { fontSize: 9, color: SOFT }) as object, ...at(12, 90) } as Content,
    { text: `${t.until} ${formatDayOnly(badge.validUntil, lang, "")}`, fontSize: 8.5, ...at(12, 122) },
    { text: `${t.number} ${badge.number}`, fontSize: 8.5, color: SOFT, ...at(12, 135) },
    { qr: badge.checkUrl, fit: 76, ...at(CARD.width - 90, 44) },
    { columns: [{ text: t.scan, width: 76, alignment: "center", fontSize: 7.5, color: SOFT }], ...at(CARD.width - 90, 126) },
  ];
}
