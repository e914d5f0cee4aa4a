import { needs } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** The return's pages. Figures alone want no second factor; their rows do. */
export const pages = [
  page("returns", "insights/pages/this-month.tsx", needs("returns.read", { strong: false })),
  page("returns/:month", "insights/pages/show-return.tsx", needs("returns.read", { strong: false })),
  page("returns/:month/rows", "insights/pages/show-rows.tsx", needs("people.read")),
  page("returns/:month/workbook", "insights/pages/download-workbook.ts", needs("returns.read", { strong: false })),
  page("returns/:month/print", "insights/pages/download-pdf.ts", needs("returns.read", { strong: false })),
];
