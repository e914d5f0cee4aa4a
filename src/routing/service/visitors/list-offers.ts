import { listColleagues } from "#identity/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { MemberKey, VisitorOffer } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { selectOffers } from "../../store/asks.ts";
import { visitorFacts } from "../visitor-facts.ts";

/** A colleague with what they bring along: what was said of them here, and what is known with their own file. */
export interface ColleagueOffer {
  readonly accountId: string;
  readonly name: string;
  readonly said: VisitorOffer;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly sex: "female" | "male" | null;
}

/** Colleagues who can be sent on rounds. */
export async function listOffers(session: Session): Promise<ColleagueOffer[]> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const colleagues = await listColleagues(session, { capability: "people.read" });
  return session.read(async (tx) => {
    const [facts, said] = [await visitorFacts(tx, actor.orgId, colleagues.map(({ accountId }): MemberKey => `staff:${accountId}`)), await selectOffers(tx, actor.orgId, colleagues.map(({ accountId }) => accountId))];
    return colleagues.map(({ accountId, name }) => {
      const { languages = [], skills = [], sex = null } = facts.get(`staff:${accountId}`) ?? {};
      return { accountId, name, languages, skills, sex, said: said.get(accountId) ?? { languages: [], skills: [], sex: null } };
    });
  });
}
