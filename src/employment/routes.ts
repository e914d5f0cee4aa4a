import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of supported employment: what somebody wishes and says stays with those who support it. */
export const pages = [
  page("employment", "employment/pages/list-jobs.tsx", needs("employment.work")),
  page("employment/export", "employment/pages/download-jobs.ts", needs("employment.work")),
  page("employment/kept", "employment/pages/kept-figures.tsx", needs("employment.work")),
  page("employment/places", "employment/pages/list-places.tsx", needs("employment.work")),
  page("employment/places/:workPlaceId", "employment/pages/show-place.tsx", needs("employment.work")),
  page("employment/of/:personId", "employment/pages/show-person.tsx", needs("employment.work")),
  page("employment/of/:personId/profile", "employment/pages/edit-profile.tsx", needs("employment.work")),
  page("employment/jobs/:placementId", "employment/pages/show-job.tsx", needs("employment.work")),
];
