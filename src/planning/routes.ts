import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of support plans. Goals and circumstances are guarded parts of a file: a second factor is asked for. */
export const pages = [
  page("plans", "planning/pages/list-plans.tsx", needs("plans.work")),
  page("plans/of/:personId", "planning/pages/person-plans.tsx", needs("plans.work")),
  page("plans/:planId", "planning/pages/show-plan.tsx", needs("plans.work")),
  page("plans/:planId/draft", "planning/pages/edit-draft.tsx", needs("plans.work")),
  page("plans/:planId/draft/goal", "planning/pages/edit-goal.tsx", needs("plans.work")),
  page("plans/:planId/easy", "planning/pages/easy-plan.tsx", needs("plans.work")),
  page("plans/:planId/versions/:version", "planning/pages/show-version.tsx", needs("plans.work")),
];
