/** The door of employment: supported employment, from what somebody wants to a job that is kept. */
export { addDiscovery, writeProfile } from "./service/write-profile.ts";
export { addEntry } from "./service/add-entry.ts";
export { addOpening, addPlace } from "./service/change-places.ts";
export { beginJob } from "./service/begin-job.ts";
export { employmentPanel } from "./service/employment-panel.ts";
export { Entry, Opening, Place, Profile } from "./model/terms.ts";
export { KEPT_MONTHS, type KeptMonth, type KeptResult } from "./model/kept.ts";
export { allSpells, type CountedSpell } from "./service/kept.ts";
export { listDueFollows } from "./service/list-jobs.ts";
