/** Everything a role can allow. A capability names what may be done, never a title. */
export const CAPABILITIES = [
  "today.read", "org.manage", "accounts.manage", "audit.read", "places.read", "places.manage",
  "people.read", "people.write", "people.reveal", "register.import", "outreach.work", "outreach.manage", "cases.work", "cases.supervise", "assessments.work", "plans.work", "instruments.manage",
  "volunteers.read", "volunteers.manage", "matching.read", "matching.manage", "visits.own", "visits.read", "concerns.read",
  "hours.own", "hours.read", "hours.confirm", "certificates.issue",
  "rounds.plan", "encounters.read", "encounters.write", "safeguarding.report", "safeguarding.lead", "referrals.work", "referrals.manage", "employment.work", "activities.read", "activities.manage", "activities.own", "pathways.read", "pathways.work", "pathways.manage", "groups.work", "teams.own", "teams.work", "messages.send", "returns.read", "enquiries.manage", "jobs.read",
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** A role as an organisation begins with it; afterwards it is the organisation's own to change. */
export interface PackedRole {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly capabilities: readonly Capability[];
}

/**
 * The roles every new organisation starts with. Keeping accounts and reading files are apart: the administrator (机构管理员)
 * opens no personal file, and who reads files (督导、社工) gives no rights. Enquiries hold personal words, so they go with files.
 */
export const ROLE_PACK: readonly PackedRole[] = [
  {
    key: "admin", nameZh: "机构管理员", nameEn: "Administrator",
    capabilities: ["today.read", "org.manage", "accounts.manage", "audit.read", "places.read", "places.manage", "returns.read", "jobs.read"],
  },
  {
    key: "supervisor", nameZh: "督导", nameEn: "Supervisor",
    capabilities: [
      "today.read", "people.read", "people.write", "people.reveal", "register.import", "outreach.work", "outreach.manage", "cases.work", "cases.supervise", "assessments.work", "plans.work", "instruments.manage", "volunteers.read",
      "matching.read", "matching.manage", "visits.read", "concerns.read", "hours.read", "hours.confirm", "certificates.issue", "rounds.plan", "encounters.read", "encounters.write", "safeguarding.report", "safeguarding.lead", "referrals.work", "referrals.manage", "employment.work", "activities.read", "activities.manage", "pathways.read", "pathways.work", "pathways.manage", "groups.work", "teams.own", "teams.work", "messages.send", "returns.read", "enquiries.manage", "audit.read", "jobs.read", "places.read",
    ],
  },
  {
    key: "worker", nameZh: "社工", nameEn: "Social worker",
    capabilities: [
      "today.read", "people.read", "people.write", "people.reveal", "register.import", "outreach.work", "outreach.manage", "cases.work", "assessments.work", "plans.work", "volunteers.read",
      "matching.read", "visits.read", "rounds.plan", "encounters.read", "encounters.write", "safeguarding.report", "referrals.work", "employment.work", "activities.read", "activities.manage", "pathways.read", "pathways.work", "groups.work", "teams.own", "teams.work", "messages.send", "returns.read", "enquiries.manage", "jobs.read", "places.read",
    ],
  },
  {
    key: "coordinator", nameZh: "志愿者协调员", nameEn: "Volunteer coordinator",
    capabilities: [
      "today.read", "people.read", "volunteers.read", "volunteers.manage", "matching.read", "matching.manage", "visits.read", "hours.read", "hours.confirm", "certificates.issue",
      "rounds.plan", "safeguarding.report", "activities.read", "activities.manage", "pathways.read", "pathways.work", "pathways.manage", "teams.own", "teams.work", "messages.send", "returns.read", "jobs.read", "places.read",
    ],
  },
  { key: "volunteer", nameZh: "志愿者", nameEn: "Volunteer", capabilities: ["today.read", "visits.own", "hours.own", "activities.own", "teams.own"] },
  { key: "clerk", nameZh: "街道专干", nameEn: "Street office clerk", capabilities: ["today.read", "places.read", "returns.read", "pathways.read"] },
];
