/** The door of casework: coded needs of persons. */
export { HeardNeed,   type NeedStatus } from "./model/need.ts";
export { populationOf,  type Population } from "./model/population.ts";
export { findCode, packOn, topicsFor, type NeedPack, type NeedTopic } from "./model/need-pack.ts";
export { NEED_PACKS } from "./model/need-packs.ts";
export { recordNeedsIn, type RecordedNeed } from "./service/record-needs.ts";
export { answerNeedsIn } from "./service/answer-needs.ts";
export { listNeeds, type NeedWithEvents } from "./service/list-needs.ts";
;
export type { NeedCount, NeedFilter } from "./model/count.ts";
