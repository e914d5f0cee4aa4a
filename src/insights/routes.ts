import { needs } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** The return's pages, results and carers. Figures alone want no second factor; their rows do. */
export const pages = [
  page("returns", "insights/pages/this-month.tsx", needs("returns.read", { strong: false })),
  page("returns/:month", "insights/pages/show-return.tsx", needs("returns.read", { strong: false })),
  page("returns/:month/rows", "insights/pages/show-rows.tsx", needs("people.read")),
  page("returns/:month/workbook", "insights/pages/download-workbook.ts", needs("returns.read", { strong: false })),
  page("returns/:month/print", "insights/pages/download-pdf.ts", needs("returns.read", { strong: false })),
  page("results", "insights/pages/results/show-results.tsx", needs("returns.read", { strong: false })),
  page("results/rows", "insights/pages/results/list-result-rows.tsx", needs("cases.work")),
  page("results/export", "insights/pages/results/download-results.ts", needs("returns.read", { strong: false })),
  page("digest", "insights/pages/digest/show-digest.tsx", needs("cases.supervise")),
  page("digest/:weekOn", "insights/pages/digest/show-kept.tsx", needs("cases.supervise")),
  page("carers", "insights/pages/carers/list-carers.tsx", needs("assessments.work")),
  page("carers/:personId", "insights/pages/carers/show-carer.tsx", needs("assessments.work")),
];
