import type { Capability } from "./role-pack.ts";

/** Capabilities as a form shows them, by what they are about. Together they are all there are. */
export const CAPABILITY_GROUPS = [
  { key: "own", capabilities: ["today.read", "visits.own", "hours.own", "activities.own", "teams.own"] },
  { key: "people", capabilities: ["people.read", "people.write", "people.reveal", "register.import", "outreach.work", "outreach.manage", "cases.work", "cases.supervise", "assessments.work", "plans.work", "instruments.manage", "encounters.read", "encounters.write", "safeguarding.report", "safeguarding.lead", "referrals.work", "referrals.manage", "employment.work"] },
  { key: "volunteers", capabilities: ["volunteers.read", "volunteers.manage", "matching.read", "matching.manage", "visits.read", "concerns.read", "hours.read", "hours.confirm", "certificates.issue", "rounds.plan"] },
  { key: "activities", capabilities: ["activities.read", "activities.manage", "pathways.read", "pathways.work", "pathways.manage", "groups.work", "teams.work", "messages.send"] },
  { key: "reports", capabilities: ["returns.read", "enquiries.manage"] },
  { key: "office", capabilities: ["org.manage", "accounts.manage", "audit.read", "places.read", "places.manage", "jobs.read"] },
] as const satisfies readonly { key: string; capabilities: readonly Capability[] }[];
