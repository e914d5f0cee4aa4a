import type { Session } from "#platform/db/session.ts";
import { attainmentNow, attainmentOverTime } from "../../model/attainment.ts";
import { versionStanding } from "../../model/standing.ts";
import { agreementsOf, endingOf, ratingsOf, reviewsOf } from "../../store/events.ts";
import { noteReading } from "../note-reading.ts";
import { nameOf } from "../open-person.ts";
import { openPlanIn } from "../open-plan.ts";
import { hashOf } from "../text-hash.ts";

/** A plan with its versions, what was agreed, and how its goals and steps stand. */
export async function showPlan(session: Session, planId: string) {
  const { actor, today } = session;
  const shown = await session.read(async (tx) => {
    const { plan, card, versions, draft, current, stepEvents, stateOf } = await openPlanIn(session, tx, planId);
    const [agreements, ratings, reviews, ending] = [await agreementsOf(tx, actor.orgId, planId), await ratingsOf(tx, actor.orgId, planId), await reviewsOf(tx, actor.orgId, planId), await endingOf(tx, actor.orgId, planId)];
    const goals = current?.goals ?? [];
    const firstSettled = versions.findLast(({ settledOn }) => settledOn !== null)?.settledOn ?? today;
    return {
      plan, personId: card.id, name: nameOf(card), draft, current, ratings, reviews, ending, stepEvents, agreements,
      versions: versions.map((version) => ({ ...version, standing: versionStanding(version, plan.currentVersion, agreements), whole: version.text !== null && hashOf(version.text) === version.textHash })),
      steps: (current?.steps ?? []).map((step) => ({ ...step, state: stateOf(step.stepId) })),
      attainment: attainmentNow(goals, ratings, today), overTime: attainmentOverTime(goals, ratings, firstSettled),
    };
  });
  await noteReading(session, { action: "plan.read", subjectKind: "support_plan", subjectId: planId });
  return shown;
}
