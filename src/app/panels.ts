import { casePanels, casesPanel } from "#casework/index.ts";
import { servicesPanel } from "#encounters/index.ts";
import { personPanels } from "#people/index.ts";

/** What slices show on each other's pages; only here both sides are known. Part of the pages' bundle: `entry.server.tsx` brings it in. */
personPanels.register("cases", casesPanel);
personPanels.register("services", servicesPanel);
casePanels.register("services", servicesPanel);
