/** The door of planning: individual support plans. */
export { attainmentNow, levelOn, type RatedGoal, type Rating } from "./model/attainment.ts";
export { planPaper } from "./service/plans/plan-paper.ts";
export { planAccess } from "./service/plans/plan-access.ts";
export { listDuePlanWork } from "./service/plans/list-plans.ts";
export { beginPlan } from "./service/plans/begin-plan.ts";
export { saveGoal } from "./service/drafts/save-goal.ts";
export { saveStep } from "./service/drafts/save-step.ts";
export { settleVersion } from "./service/drafts/settle-version.ts";
export { answerVersion } from "./service/progress/answer-version.ts";
export { markStep } from "./service/progress/mark-step.ts";
export { rateGoal } from "./service/progress/rate-goal.ts";
export { showPlan } from "./service/plans/show-plan.ts";
export { Answer, GoalForm, GoalRating, NewPlan, StepForm, StepMark } from "./model/forms.ts";
