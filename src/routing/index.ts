/** The door of routing: rounds of visits for a day. */
export { beginPlan } from "./service/plans/begin-plan.ts";
export { chooseVisits } from "./service/visits/choose-visits.ts";
export { listCandidates } from "./service/visits/list-candidates.ts";
export { changeVisit } from "./service/visits/change-visit.ts";
export { computePlan } from "./service/plans/compute-plan.ts";
export { solveDay } from "./model/day/solve-day.ts";
export { decideStop } from "./service/visits/decide-stop.ts";
export { peopleToVisitOn } from "./store/visits.ts";
export { listPlans } from "./service/plans/list-plans.ts";
