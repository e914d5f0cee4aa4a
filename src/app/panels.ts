import { assessmentAccess } from "#assessment/index.ts";
import { caseAccess, casePanels, casesPanel, caseSupports } from "#casework/index.ts";
import { documentsPanel } from "#documents/index.ts";
import { servicesPanel } from "#encounters/index.ts";
import { friendViewers, pairSupports } from "#matching/index.ts";
import { personPanels, supportSources } from "#people/index.ts";
import { planAccess } from "#planning/index.ts";
import { fileAccess } from "#platform/web/file-access.ts";
import { safeguardingPanel } from "#safeguarding/index.ts";

/** What slices show on each other's pages; only here both sides are known. Part of the pages' bundle: `entry.server.tsx` brings it in. */
personPanels.register("cases", casesPanel);
supportSources.register("pairs", pairSupports);
supportSources.register("cases", caseSupports);
personPanels.register("safeguarding", safeguardingPanel);
personPanels.register("services", servicesPanel);
casePanels.register("services", servicesPanel);
casePanels.register("documents", documentsPanel);
fileAccess.register("case", caseAccess);
fileAccess.register("support_plan", planAccess);
fileAccess.register("assessment", assessmentAccess);
fileAccess.add("person", "pairs", friendViewers);
