import { casePanels, casesPanel, caseSupports } from "#casework/index.ts";
import { employmentPanel } from "#employment/index.ts";
import { servicesPanel } from "#encounters/index.ts";
import { pairSupports } from "#matching/index.ts";
import { groupsPanel } from "#groups/index.ts";
import { personPanels, supportSources } from "#people/index.ts";
import { referralPanel } from "#referral/index.ts";
import { pathwaysPanel } from "#pathways/index.ts";
import { safeguardingPanel } from "#safeguarding/index.ts";

/** What slices show on each other's pages; only here both sides are known. Part of the pages' bundle: `entry.server.tsx` brings it in. */
personPanels.register("cases", casesPanel);
supportSources.register("pairs", pairSupports);
supportSources.register("cases", caseSupports);
personPanels.register("safeguarding", safeguardingPanel);
personPanels.register("pathways", pathwaysPanel);
personPanels.register("groups", groupsPanel);
personPanels.register("services", servicesPanel);
casePanels.register("services", servicesPanel);
personPanels.register("referrals", referralPanel);
casePanels.register("referrals", referralPanel);
personPanels.register("employment", employmentPanel);
casePanels.register("employment", employmentPanel);
