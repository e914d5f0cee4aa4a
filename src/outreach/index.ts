/** The door of outreach: whom to reach, and how far it has come. */
export { listDueAttempts, type DueAttempt } from "./service/rounds/list-due-attempts.ts";
export {  type RoundProgress } from "./service/rounds/count-round-progress.ts";
export {  type RoundWithProgress } from "./service/rounds/list-rounds.ts";
export { createRound } from "./service/rounds/create-round.ts";
export { assignMembers } from "./service/rounds/assign-members.ts";
export { saveSegment } from "./service/segments/save-segment.ts";
export {  type SegmentCount } from "./service/segments/count-segment.ts";
export {  type CountedSegment } from "./service/segments/list-segments.ts";
export { peopleOfSegment, segmentNames } from "./service/segments/people-of-segment.ts";
export { logAttempt } from "./service/members/log-attempt.ts";
export { keepInterview } from "./service/interview/keep-interview.ts";
export { homeboundYouth } from "./model/segment/default-segments.ts";
export { Interview } from "./model/interview/interview.ts";
export { AssignChoice, AttemptInput, NewRound, SegmentToSave } from "./model/round/round.ts";
export { outreachContacts, whoRefuses } from "./store/contacts.ts";
