import { needs } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** Pages of places. They show no person, so no second factor is asked for. */
export const pages = [
  page("places", "places/pages/list-places.tsx", needs("places.read", { strong: false })),
  page("places/new", "places/pages/new-place.tsx", needs("places.manage", { strong: false })),
  page("places/import", "places/pages/import-places.tsx", needs("places.manage", { strong: false })),
  page("places/import/:importId", "places/pages/show-import.tsx", needs("places.manage", { strong: false })),
  page("places/export.xlsx", "places/pages/export-places.ts", needs("places.read", { strong: false })),
  page("places/:unitId", "places/pages/show-place.tsx", needs("places.read", { strong: false })),
  page("places/:unitId/edit", "places/pages/edit-place.tsx", needs("places.manage", { strong: false })),
  page("places/:unitId/close", "places/pages/close-place.tsx", needs("places.manage", { strong: false })),
];
