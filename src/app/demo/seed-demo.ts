import type { Installation } from "../../platform/web/context.ts";
import { seedAssessments } from "./demo-assessments.ts";
import { seedCases, seedConsents } from "./demo-cases.ts";
import { seedActivities } from "./demo-activities.ts";
import { gatherCast } from "./demo-cast.ts";
import { seedEncounters } from "./demo-encounters.ts";
import { seedEnquiries } from "./demo-enquiries.ts";
import { seedHours } from "./demo-hours.ts";
import { seedOutreach } from "./demo-outreach.ts";
import { seedPairs } from "./demo-pairs.ts";
import { seedGroups } from "./together/demo-groups.ts";
import { seedPathways } from "./together/demo-pathways.ts";
import { seedPlans } from "./demo-plans.ts";
import { seedEmployment } from "./pathways/demo-employment.ts";
import { seedReferrals } from "./pathways/demo-referrals.ts";
import { seedRegister } from "./demo-register.ts";
import { seedSafeguarding } from "./demo-safeguarding.ts";
import { seedRounds } from "./demo-rounds.ts";
import { seedVolunteers } from "./demo-volunteers.ts";

/** Fills an empty installation with the made-up Qingyun programme: its register, its volunteers, fifteen pairs, four weeks of work, tomorrow's visits and seven cases. */
export async function seedDemo(installation: Installation): Promise<void> {
  const cast = await gatherCast(installation);
  await seedRegister(cast);
  const { programmeId, team } = await seedVolunteers(cast);
  const { wishing } = await seedOutreach(cast);
  await seedPairs(cast, programmeId, wishing);
  await seedAssessments(cast, wishing);
  await seedPlans(cast, wishing);
  await seedEncounters(cast);
  await seedSafeguarding(cast);
  await seedHours(cast);
  await seedEnquiries(cast);
  await seedRounds(cast);
  await seedActivities(cast, team);
  await seedCases(cast, wishing);
  await seedReferrals(cast, wishing);
  await seedEmployment(cast, wishing);
  await seedPathways(cast, wishing[0]!);
  await seedGroups(cast, wishing[0]!);
  await seedConsents(cast, wishing);
}
