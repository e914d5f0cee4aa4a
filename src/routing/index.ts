/** The door of routing: rounds of visits for a day. */
export { beginPlan } from "./service/plans/begin-plan.ts";
export { chooseVisits } from "./service/visits/choose-visits.ts";
export { listCandidates } from "./service/visits/list-candidates.ts";
export { changeAsks } from "./service/visits/change-asks.ts";
export { changeOffer } from "./service/visitors/change-offer.ts";
export { changeTeam } from "./service/changes/change-team.ts";
export { requestChange } from "./service/changes/request-change.ts";
export { workOutTrial } from "./service/changes/work-out-trial.ts";
export { showPlan } from "./service/plans/show-plan.ts";
export { changeVisit } from "./service/visits/change-visit.ts";
export { computePlan } from "./service/plans/compute-plan.ts";
export { replanDay, solveDay } from "./model/day/solve-day.ts";
export { decideStop } from "./service/visits/decide-stop.ts";
export { peopleToVisitOn } from "./store/visits.ts";
export { listPlans } from "./service/plans/list-plans.ts";
