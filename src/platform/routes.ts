import { needs, signedIn } from "./access/policy.ts";
import { page } from "./web/page-route.ts";

/** The machinery's own pages. */
export const pages = [
  page("jobs", "platform/jobs/pages/list-jobs.tsx", needs("jobs.read", { strong: false })),
  page("jobs/:jobId", "platform/jobs/pages/show-job.tsx", needs("jobs.read", { strong: false })),
  page("access/:kind/:fileId", "platform/audit/pages/show-access.tsx", signedIn()),
  page("audit", "platform/audit/pages/list-audit.tsx", needs("audit.read")),
  page("keyboard", "platform/keyboard/pages/list-keys.tsx", signedIn()),
  page("search", "platform/search/pages/search.tsx", signedIn()),
  page("search.json", "platform/search/pages/search-answer.ts", signedIn()),
];
