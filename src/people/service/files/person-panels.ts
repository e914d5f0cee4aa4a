import { panelDoor } from "#platform/web/panels.ts";

/** What other slices show on a person's page. */
export const personPanels = panelDoor();
