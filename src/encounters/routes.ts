import { needs, open } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of service records. They are parts of personal files, so a second factor is asked for. */
export const pages = [
  page("field", "encounters/pages/field.tsx", open("the shell holds nobody's data; what stands on it comes from an endpoint that asks who is there, or sealed from the device")),
  page("rhythm", "encounters/pages/list-rhythm.tsx", needs("encounters.read")),
  page("encounters", "encounters/pages/list-encounters.tsx", needs("encounters.read")),
  page("encounters/export", "encounters/pages/download-encounters.ts", needs("encounters.read")),
  page("encounters/new", "encounters/pages/pick-person.tsx", needs("encounters.write")),
  page("encounters/new/:personId", "encounters/pages/new-encounter.tsx", needs("encounters.write")),
  page("encounters/of/:personId", "encounters/pages/person-encounters.tsx", needs("encounters.read")),
  page("encounters/:encounterId", "encounters/pages/show-encounter.tsx", needs("encounters.read")),
  page("encounters/:encounterId/photos/:photoId", "encounters/pages/open-photo.ts", needs("encounters.read")),
  page("encounters/:encounterId/correct", "encounters/pages/correct-encounter.tsx", needs("encounters.write")),
];
