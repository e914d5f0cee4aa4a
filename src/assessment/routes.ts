import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of assessment. Results are among the most guarded parts of a file: a second factor is asked for. */
export const pages = [
  page("assessments", "assessment/pages/list-assessments.tsx", needs("assessments.work")),
  page("assessments/of/:personId", "assessment/pages/person-assessments.tsx", needs("assessments.work")),
  page("assessments/of/:personId/fill/:instrument", "assessment/pages/fill-sheet.tsx", needs("assessments.work")),
  page("assessments/of/:personId/history/:instrument", "assessment/pages/show-history.tsx", needs("assessments.work")),
  page("assessments/records/:recordId", "assessment/pages/show-assessment.tsx", needs("assessments.work")),
  page("instruments", "assessment/pages/list-instruments.tsx", needs("assessments.work", { strong: false })),
  page("instruments/:instrument", "assessment/pages/show-instrument.tsx", needs("assessments.work", { strong: false })),
];
