/** The door of visits: what went silent and what worries somebody. */
export { listOpenConcerns, type NamedConcern } from "./service/list-open-concerns.ts";
export { listSilentPairs, type SilentPair } from "./service/list-silent-pairs.ts";
export { listMyPairs, type MyPair } from "./service/list-my-pairs.ts";
export { countVisits, lastMetByResident } from "./store/visits.ts";
export { logVisit } from "./service/log-visit.ts";
