import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of routing. They show names, lanes and numbers of residents, so a second factor is asked for. */
export const pages = [
  page("rounds", "routing/pages/list-plans.tsx", needs("rounds.plan")),
  page("rounds/new", "routing/pages/new-plan.tsx", needs("rounds.plan")),
  page("rounds/colleagues", "routing/pages/list-offers.tsx", needs("rounds.plan")),
  page("rounds/:planId", "routing/pages/show-plan.tsx", needs("rounds.plan")),
  page("rounds/:planId/people", "routing/pages/choose-people.tsx", needs("rounds.plan")),
  page("rounds/:planId/visits/:personId", "routing/pages/show-visit.tsx", needs("rounds.plan")),
  page("rounds/:planId/change", "routing/pages/change-team.tsx", needs("rounds.plan")),
  page("rounds/:planId/changes/:trialId", "routing/pages/show-trial.tsx", needs("rounds.plan")),
  page("rounds/:planId/sheet", "routing/pages/day-sheet.tsx", needs("rounds.plan")),
];
