import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of casework. Needs are part of personal files: a second factor is asked for. */
export const pages = [
  page("needs", "casework/pages/show-needs.tsx", needs("people.read")),
  page("needs/rows", "casework/pages/list-need-rows.tsx", needs("people.read")),
  page("needs/export", "casework/pages/export-needs.ts", needs("people.read")),
  page("needs/of/:personId", "casework/pages/person-needs.tsx", needs("people.read")),
];
