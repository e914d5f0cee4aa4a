import { needs } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** Pages of visits. A volunteer's own pages want no second factor: they show one person's first needs and no file. */
export const pages = [
  page("my-pairs", "visits/pages/my-pairs.tsx", needs("visits.own", { strong: false })),
  page("my-pairs/:pairId", "visits/pages/my-pair.tsx", needs("visits.own", { strong: false })),
  page("my-pairs/:pairId/log", "visits/pages/log-visit.tsx", needs("visits.own", { strong: false })),
  page("my-pairs/:pairId/tell", "visits/pages/tell-worker.tsx", needs("visits.own", { strong: false })),
  page("visits", "visits/pages/list-visits.tsx", needs("visits.read")),
  page("visits/silent", "visits/pages/list-silent.tsx", needs("visits.read")),
  page("visits/silent/export", "visits/pages/export-silent.ts", needs("visits.read")),
  page("concerns", "visits/pages/list-concerns.tsx", needs("concerns.read")),
  page("concerns/:concernId", "visits/pages/show-concern.tsx", needs("concerns.read")),
];
