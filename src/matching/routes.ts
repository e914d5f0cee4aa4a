import { needs } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

export const pages = [
  page("matching", "matching/pages/list-rounds.tsx", needs("matching.read")),
  page("matching/:roundId", "matching/pages/review-round.tsx", needs("matching.read")),
  page("matching/:roundId/map", "matching/pages/map-round.tsx", needs("matching.read")),
  page("matching/:roundId/export", "matching/pages/export-round.ts", needs("matching.read")),
  page("matching/:roundId/accept", "matching/pages/accept-many.tsx", needs("matching.manage")),
  page("matching/:roundId/changes/:run", "matching/pages/show-changes.tsx", needs("matching.read")),
  page("matching/:roundId/drill", "matching/pages/drill-round.tsx", needs("matching.manage")),
  page("matching/:roundId/members", "matching/pages/list-members.tsx", needs("matching.manage")),
  page("matching/:roundId/print", "matching/pages/print-round.tsx", needs("matching.read")),
  page("matching/:roundId/settings", "matching/pages/round-settings.tsx", needs("matching.manage")),
  page("pairs", "matching/pages/list-pairs.tsx", needs("matching.read")),
  page("pairs/stand-ins", "matching/pages/list-stand-ins.tsx", needs("matching.read")),
  page("pairs/:pairId", "matching/pages/show-pair.tsx", needs("matching.read")),
  page("wishes/:personId", "matching/pages/edit-wish.tsx", needs("people.read")),
];
