import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of helped become helpers. Figures for the street office too; names only for whoever walks the path with people. */
export const pages = [
  page("pathways", "pathways/pages/show-ladder.tsx", needs("pathways.read")),
  page("pathways/export", "pathways/pages/download-ladder.ts", needs("pathways.read")),
  page("pathways/path", "pathways/pages/show-path.tsx", needs("pathways.read")),
  page("pathways/rows", "pathways/pages/list-climbers.tsx", needs("pathways.work")),
  page("pathways/asks", "pathways/pages/list-asks.tsx", needs("pathways.work")),
  page("pathways/people/:personId", "pathways/pages/show-climber.tsx", needs("pathways.work")),
];
