/** The door of encounters: services entered once. */
export { Sent as SentEncounter } from "./model/encounter.ts";
export { listOverdue, type RhythmRow } from "./service/rhythm/list-rhythm.ts";
export { setTier } from "./service/rhythm/set-tier.ts";
export { servicesPaper } from "./service/services-paper.ts";
export { servicesPanel } from "./service/services-panel.ts";
export { recordEncounter } from "./service/record-encounter.ts";
