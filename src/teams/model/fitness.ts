import type { Decision } from "./request.ts";

/** How a programme's policy sees a member on a day, as far as a team looks at it. */
export interface PolicyView {
  readonly status: "prospect" | "applicant" | "approved" | "service_team" | "reserve" | "lapsed" | "removed";
  readonly mayServe: boolean;
}

/** `fit`: may serve in some programme. `none`: under no programme's policy. `begun`: on the way, not in a service team yet. `barred`: a policy says that they may not serve. */
export type Fitness = "fit" | "none" | "begun" | "barred";

const BARRED: ReadonlySet<PolicyView["status"]> = new Set(["lapsed", "removed", "service_team"]);

/** Whoever may serve in one programme is fit; one who was in service and no longer may is barred, and one who only began is not. */
export function fitnessOf(views: readonly PolicyView[]): Fitness {
  if (views.length === 0) return "none";
  if (views.some(({ mayServe }) => mayServe)) return "fit";
  return views.some(({ status }) => BARRED.has(status)) ? "barred" : "begun";
}

/** A turn goes to nobody whom a policy bars on its day; who only began is warned of on the screen. */
export const decideServing = (fitness: Fitness): Decision => (fitness === "barred" ? { allowed: false, reason: "may_not_serve" } : { allowed: true });
