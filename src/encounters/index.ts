/** The door of encounters: services entered once. */
export { Sent as SentEncounter } from "./model/encounter.ts";
export { recordEncounter } from "./service/record-encounter.ts";
