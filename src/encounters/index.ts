/** The door of encounters: services entered once. */
export { mayStillEnter, Sent as SentEncounter } from "./model/encounter.ts";
export { listOverdue, type RhythmRow } from "./service/rhythm/list-rhythm.ts";
export { setTier } from "./service/rhythm/set-tier.ts";
export { servicesPaper } from "./service/services-paper.ts";
export { servicesPanel } from "./service/services-panel.ts";
export { recordEncounter, recordEncounterIn } from "./service/record-encounter.ts";
export { standingServices, type StandingService } from "./service/standing-services.ts";
export { withdrawEncounterIn } from "./service/withdraw-encounter.ts";
