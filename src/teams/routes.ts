import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";
import { OWN, WORK } from "./model/policy.ts";

/** A member's pages want no second factor: they show names, lanes and what is needed, and no file. Workers need it; the services ask. */
const own = needs(OWN, { strong: false });

/** Pages of neighbours' teams. */
export const pages = [
  page("teams", "teams/pages/list-teams.tsx", own),
  page("teams/new", "teams/pages/found-team.tsx", needs(WORK)),
  page("teams/:teamId", "teams/pages/show-team.tsx", own),
  page("teams/:teamId/ask", "teams/pages/ask-team.tsx", own),
  page("teams/:teamId/week", "teams/pages/show-week.tsx", own),
  page("teams/:teamId/close", "teams/pages/close-team.tsx", needs(WORK)),
  page("teams/:teamId/people", "teams/pages/team-people.tsx", needs(WORK)),
  page("team-requests/:requestId", "teams/pages/show-request.tsx", own),
];
