import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of casework. Cases and needs are part of personal files: a second factor is asked for. */
export const pages = [
  page("cases", "casework/pages/cases/list-cases.tsx", needs("cases.work")),
  page("cases/export", "casework/pages/cases/export-cases.ts", needs("cases.work")),
  page("cases/new", "casework/pages/cases/open-case.tsx", needs("cases.work")),
  page("cases/rules", "casework/pages/cases/case-rules.tsx", needs("cases.supervise")),
  page("cases/:caseId", "casework/pages/cases/show-case.tsx", needs("cases.work")),
  page("cases/:caseId/print", "casework/pages/cases/print-case.tsx", needs("cases.work")),
  page("needs", "casework/pages/show-needs.tsx", needs("people.read")),
  page("needs/rows", "casework/pages/list-need-rows.tsx", needs("people.read")),
  page("needs/export", "casework/pages/export-needs.ts", needs("people.read")),
  page("needs/of/:personId", "casework/pages/person-needs.tsx", needs("people.read")),
];
