import { Refusal } from "#kernel/refusal.ts";
import { unitNames } from "#places/index.ts";
import type { Session } from "#platform/db/session.ts";
import { closedFor } from "../../model/opening.ts";
import type { Series } from "../../model/series.ts";
import { nameOccasion, type NamedOccasion } from "../calendar/name-occasions.ts";
import { readOccasion } from "../ground.ts";

/** One session as anybody may see it; one that is not open to all is answered like one that does not exist. */
export async function showOpenSession(session: Session, sessionId: string): Promise<{ occasion: NamedOccasion; rules: Series["rules"]; communityNames: readonly string[]; closed: string | null }> {
  return session.read(async (tx) => {
    const planned = await readOccasion(tx, session.actor.orgId, sessionId);
    if (planned.series.openTo !== "public") throw new Refusal("not_found", "activities.session_not_found");
    const names = await unitNames(tx, session.actor.orgId, planned.series.rules.eligibility.communityIds);
    return { occasion: await nameOccasion(session, tx, planned), rules: planned.series.rules, communityNames: [...names.values()].map(({ name }) => name), closed: closedFor("public", planned.occasion, planned.series, session.now) };
  });
}
