import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of safeguarding. Whoever may come here still sees only the incidents they were let in to. */
export const pages = [
  page("safeguarding", "safeguarding/pages/list-incidents.tsx", needs("safeguarding.report")),
  page("safeguarding/export", "safeguarding/pages/download-incidents.ts", needs("safeguarding.lead")),
  page("safeguarding/new/:personId", "safeguarding/pages/raise-incident.tsx", needs("safeguarding.report")),
  page("safeguarding/:incidentId", "safeguarding/pages/show-incident.tsx", needs("safeguarding.report")),
  page("safeguarding/:incidentId/report", "safeguarding/pages/report-now.tsx", needs("safeguarding.report")),
];
