/** The door of casework: cases from intake to closure, and coded needs of persons. */
export { requireCase, readableCases, type HeldCase } from "./service/cases/access-case.ts";
export type { CaseTie, CaseWish } from "./model/cases/case-access.ts";
export type { CaseOrigin, CaseStage, CaseStanding, ClosingReason } from "./model/cases/case.ts";
export { casesOf } from "./service/cases/cases-of.ts";
export type { CaseRow } from "./store/cases/cases.ts";
export { casePanels } from "./service/cases/case-panels.ts";
export { NewCase, openCaseIn, type OpenedCase } from "./service/cases/open-case.ts";
export { stepCaseIn, type TakenStep } from "./service/cases/step-case.ts";
export { HeardNeed,   type NeedStatus } from "./model/need.ts";
export { populationOf,  type Population } from "./model/population.ts";
export { findCode, packOn, topicsFor, type NeedPack, type NeedTopic } from "./model/need-pack.ts";
export { NEED_PACKS } from "./model/need-packs.ts";
export { recordNeedsIn, type RecordedNeed } from "./service/record-needs.ts";
export { answerNeedsIn } from "./service/answer-needs.ts";
export { listNeeds, type NeedWithEvents } from "./service/list-needs.ts";
;
export type { NeedCount, NeedFilter } from "./model/count.ts";
