import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of group work. The list is for everybody who leads groups; a group opens for its worker and supervisors only. */
export const pages = [
  page("groups", "groups/pages/list-groups.tsx", needs("groups.work")),
  page("groups/export", "groups/pages/download-groups.ts", needs("groups.work")),
  page("groups/new", "groups/pages/new-group.tsx", needs("groups.work")),
  page("groups/:groupId", "groups/pages/show-group.tsx", needs("groups.work")),
  page("groups/:groupId/export", "groups/pages/download-group.ts", needs("groups.work")),
  page("groups/:groupId/members", "groups/pages/show-members.tsx", needs("groups.work")),
  page("groups/:groupId/plan", "groups/pages/plan-session.tsx", needs("groups.work")),
  page("group-sessions/:sessionId", "groups/pages/show-session.tsx", needs("groups.work")),
];
