import { panelDoor, type PersonSubject } from "#platform/web/panels.ts";

/** What other slices show on a case's page: assessments, plans, visits … Only readers of the case come here. */
export const casePanels = panelDoor<PersonSubject & { readonly caseId: string }>();
