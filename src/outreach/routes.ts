import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of outreach. They show personal files, so a second factor is asked for. */
export const pages = [
  page("segments", "outreach/pages/segments/list-segments.tsx", needs("outreach.work")),
  page("segments/new", "outreach/pages/segments/new-segment.tsx", needs("outreach.manage")),
  page("segments/:segmentId", "outreach/pages/segments/show-segment.tsx", needs("outreach.work")),
  page("segments/:segmentId/edit", "outreach/pages/segments/edit-segment.tsx", needs("outreach.manage")),
  page("outreach", "outreach/pages/rounds/worklist.tsx", needs("outreach.work")),
  page("outreach/rounds", "outreach/pages/rounds/list-rounds.tsx", needs("outreach.work")),
  page("outreach/rounds/new", "outreach/pages/rounds/new-round.tsx", needs("outreach.manage")),
  page("outreach/rounds/:roundId", "outreach/pages/rounds/show-round.tsx", needs("outreach.work")),
  page("outreach/rounds/:roundId/assign", "outreach/pages/rounds/assign-members.tsx", needs("outreach.manage")),
  page("outreach/rounds/:roundId/people/:personId", "outreach/pages/members/show-member.tsx", needs("outreach.work")),
  page("outreach/rounds/:roundId/people/:personId/refer", "outreach/pages/members/refer-person.tsx", needs("outreach.work")),
  page("outreach/rounds/:roundId/people/:personId/interview/check", "outreach/pages/interview/check-interview.tsx", needs("outreach.work")),
  page("outreach/rounds/:roundId/people/:personId/interview/:step", "outreach/pages/interview/interview-step.tsx", needs("outreach.work")),
];
