/** The door of safeguarding: harm, danger, and who was told of it. */
export { Raised } from "./model/incident.ts";
export { countNewIncidents } from "./service/count-new.ts";
export { listDueIncidents, type DueIncident } from "./service/list-due-incidents.ts";
export { raiseIncident } from "./service/raise-incident.ts";
export { safeguardingPanel } from "./service/safeguarding-panel.ts";
export { takeStep } from "./service/take-step.ts";
