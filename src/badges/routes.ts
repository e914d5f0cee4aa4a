import { needs, open } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

const manage = needs("volunteers.manage");

/** Pages of badges: for whoever keeps volunteers, and one for anybody who scans one. */
export const pages = [
  page("badges", "badges/pages/list-badges.tsx", manage),
  page("badges/new", "badges/pages/new-print.tsx", manage),
  page("badges/prints/:printId", "badges/pages/show-print.tsx", manage),
  page("badges/prints/:printId/pdf", "badges/pages/print-sheets.ts", manage),
  page("badge/:slug/:pass", "badges/pages/check-badge.tsx", open("the sealed code is the key; number, role and whether it is good are shown, and no name")),
];
