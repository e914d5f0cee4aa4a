import type pg from "pg";
import type { Town } from "./town.ts";

type Sample = (town: Town) => string | { readonly sql: string };

const oldest = (table: string, order = "id"): Sample => () => ({ sql: `select id::text as id from ${table} where org_id = $1 order by ${order} limit 1` });
const fixed = (value: string): Sample => () => value;

/**
 * What stands for a part of an address, by the address up to that part. The first line that fits counts.
 * A new address whose parts fit no line fails the walls: give it one here.
 */
const SAMPLES: readonly (readonly [pattern: RegExp, sample: Sample, ownedBy: "organisation" | "nobody"])[] = [
  [/^access\/:kind$/, fixed("case"), "nobody"],
  [/^access\/:kind\/:fileId$/, oldest("casework.cases"), "organisation"],
  [/^documents\/case\/:caseId$/, oldest("casework.cases"), "organisation"],
  [/^documents\/group\/:groupId$/, oldest("groups.groups"), "organisation"],
  [/^documents\/:form$/, fixed("intake"), "nobody"],
  [/^my-pairs\/:pairId$/, (town) => town.pairId, "organisation"],
  [/^pairs\/:pairId$/, (town) => town.pairId, "organisation"],
  [/^matching\/:roundId$/, oldest("matching.rounds"), "organisation"],
  [/^matching\/:roundId\/changes\/:run$/, () => ({ sql: "select number::text as id from matching.runs where org_id = $1 order by number limit 1" }), "nobody"],
  [/^outreach\/rounds\/:roundId$/, oldest("outreach.rounds"), "organisation"],
  [/^outreach\/rounds\/:roundId\/people\/:personId$/, () => ({ sql: "select person_id::text as id from outreach.members where org_id = $1 order by person_id limit 1" }), "organisation"],
  [/:personId\/interview\/:step$/, fixed("talk"), "nobody"],
  [/^plans\/of\/:personId$/, () => ({ sql: "select person_id::text as id from planning.plans where org_id = $1 order by created_at limit 1" }), "organisation"],
  [/^plans\/:planId$/, () => ({ sql: "select plan_id::text as id from planning.versions where org_id = $1 and settled_at is null order by plan_id limit 1" }), "organisation"],
  [/^plans\/:planId\/versions\/:version$/, fixed("1"), "nobody"],
  [/^rounds\/:planId$/, oldest("routing.plans"), "organisation"],
  [/^rounds\/:planId\/changes\/:trialId$/, oldest("routing.trials", "at, id"), "organisation"],
  [/^rounds\/:planId\/visits\/:personId$/, () => ({ sql: "select person_id::text as id from routing.visits where org_id = $1 order by person_id limit 1" }), "organisation"],
  [/:recordId$/, oldest("assessment.records"), "organisation"],
  [/:instrument$/, fixed("needs-person"), "nobody"],
  [/^assessments\/of\/:personId$/, () => ({ sql: "select person_id::text as id from assessment.records where org_id = $1 and instrument_id = 'needs-person' order by recorded_at limit 1" }), "organisation"],
  [/:workPlaceId$/, oldest("employment.places"), "organisation"],
  [/:placementId$/, oldest("employment.jobs"), "organisation"],
  [/^referral-letters\/:referralId$/, () => ({ sql: "select id::text as id from referral.referrals where org_id = $1 and other_org is null order by sent_at, id limit 1" }), "organisation"],
  [/^referrals\/:referralId$/, () => ({ sql: "select id::text as id from referral.referrals where org_id = $1 and side = 'in' order by sent_at, id limit 1" }), "organisation"],
  [/:incidentId$/, oldest("safeguarding.incidents", "raised_at, id"), "organisation"],
  [/:encounterId$/, () => ({ sql: "select encounter_id::text as id from encounters.photos where org_id = $1 order by id limit 1" }), "organisation"],
  [/:photoId$/, oldest("encounters.photos"), "organisation"],
  [/^activities\/series\/:seriesId$/, oldest("activities.series"), "organisation"],
  [/^activities\/figures\/:month$/, (town) => town.keeper.today.slice(0, 7), "nobody"],
  [/^(activities|activity-sessions)\/:sessionId$/, oldest("activities.sessions"), "organisation"],
  [/^gatherings\/:slug$/, (town) => town.mark.slug, "nobody"],
  [/^gatherings\/:slug\/:sessionId$/, oldest("activities.sessions"), "nobody"],
  [/^gatherings\/:slug\/pass\/:pass$/, (town) => town.pass, "nobody"],
  [/^check-in\/:pass$/, (town) => town.pass, "organisation"],
  [/^calendar\/:token$/, (town) => town.calendar, "nobody"],
  [/^digest\/:weekOn$/, () => ({ sql: "select week_on::text as id from insights.digests where org_id = $1 order by made_at limit 1" }), "nobody"],
  [/^groups\/:groupId$/, oldest("groups.groups"), "organisation"],
  [/^group-sessions\/:sessionId$/, () => ({ sql: "select id::text as id from groups.sessions where org_id = $1 order by id limit 1" }), "organisation"],
  [/^teams\/:teamId$/, oldest("teams.teams"), "organisation"],
  [/^team-requests\/:requestId$/, () => ({ sql: "select id::text as id from teams.requests where org_id = $1 order by at limit 1" }), "organisation"],
  [/^badges\/prints\/:printId$/, () => ({ sql: "select print_id::text as id from badges.badges where org_id = $1 order by at, number limit 1" }), "organisation"],
  [/^badge\/:slug$/, (town) => town.mark.slug, "nobody"],
  [/^badge\/:slug\/:pass$/, (town) => town.badge, "nobody"],
  [/^notes\/:slug$/, (town) => town.mark.slug, "nobody"],
  [/^notes\/:slug\/:pass$/, (town) => town.note, "nobody"],
  [/^messages\/people\/:personId$/, () => ({ sql: "select id::text as id from people.persons where org_id = $1 and merged_into is null order by created_at, id limit 1" }), "organisation"],
  [/^messages\/:messageId$/, oldest("messaging.messages", "at"), "organisation"],
  [/:segmentId$/, oldest("outreach.segments"), "organisation"],
  [/^hours\/people\/:personId$/, () => ({ sql: "select person_id::text as id from hours.entries where org_id = $1 order by id limit 1" }), "organisation"],
  [/:agreementId$/, () => ({ sql: "select id::text as id from volunteering.agreements where org_id = $1 order by volunteer_id, id limit 1" }), "organisation"],
  [/papers\/:hash$/, () => ({ sql: "select encode(content_hash, 'hex') as id from volunteering.agreement_scans where org_id = $1 order by 1 limit 1" }), "organisation"],
  [/:entryId$/, oldest("hours.entries"), "organisation"],
  [/:applicationId$/, oldest("hours.applications"), "organisation"],
  [/:certificateId$/, oldest("hours.certificates"), "organisation"],
  [/^check\/:organization$/, (town) => town.mark.slug, "nobody"],
  [/^carers\/:personId$/, () => ({ sql: "select carer_id::text as id from people.care_facts where org_id = $1 and until_on is null order by carer_id limit 1" }), "organisation"],
  [/^(people|needs|wishes|encounters|safeguarding|referrals|employment|pathways)\/.*:(personId|survivorId)$/, () => ({ sql: "select id::text as id from people.persons where org_id = $1 and merged_into is null order by created_at, id limit 1" }), "organisation"],
  [/:(otherId|mergedId)$/, () => ({ sql: "select id::text as id from people.persons where org_id = $1 and merged_into is null order by created_at, id offset 1 limit 1" }), "organisation"],
  [/^cases\/:caseId$/, oldest("casework.cases"), "organisation"],
  [/:needId$/, oldest("casework.needs"), "organisation"],
  [/:mergeId$/, oldest("people.merges"), "organisation"],
  [/:enquiryId$/, oldest("enquiries.enquiries"), "organisation"],
  [/:concernId$/, oldest("visits.concerns"), "organisation"],
  [/:jobId$/, oldest("jobs.jobs"), "organisation"],
  [/^volunteers\/import\/:importId$/, oldest("volunteering.imports"), "organisation"],
  [/^places\/.*:importId$/, oldest("places.imports"), "organisation"],
  [/^register\/.*:importId$/, oldest("register.imports"), "organisation"],
  [/:trainingId$/, oldest("volunteering.training_sessions"), "organisation"],
  [/:programmeId$/, oldest("volunteering.programmes", "name desc, id"), "organisation"],
  [/:volunteerId$/, () => ({ sql: "select volunteer_id::text as id from volunteering.agreements where org_id = $1 order by volunteer_id limit 1" }), "organisation"],
  [/:unitId$/, oldest("places.units", "kind, id"), "organisation"],
  [/:membershipId$/, oldest("identity.memberships"), "organisation"],
  [/:tokenId$/, oldest("identity.access_tokens"), "organisation"],
  [/^applications\/:organization$/, (town) => town.mark.slug, "nobody"],
  [/^applications\/:organization\/:pass$/, (town) => town.application, "nobody"],
  [/^interviews\/:interviewId$/, oldest("volunteering.interviews"), "organisation"],
  [/^join\/:organization$/, (town) => town.mark.slug, "nobody"],
  [/^join\/:organization\/:programme$/, (town) => `friends-${town.mark.slug}`, "nobody"],
  [/^(help|about)\/:slug$/, (town) => town.mark.slug, "nobody"],
  [/^invite\/:token$/, (town) => town.invitation, "nobody"],
  [/^reset\/:token$/, fixed("no-such-token"), "nobody"],
  [/:month$/, (town) => town.keeper.today.slice(0, 7), "nobody"],
  [/^team\/roles\/:role$/, fixed("worker"), "nobody"],
];

/** An address of a town, with whether it names something that belongs to the organisation. */
export interface Address {
  readonly path: string;
  readonly owned: boolean;
}

/** Fills the pattern of a route (`people/:personId`) with what the town has; throws where nothing fits. */
export async function addressOf(owner: pg.Pool, pattern: string, town: Town): Promise<Address> {
  const done: string[] = [];
  let path = "";
  let owned = false;
  for (const part of pattern.split("/")) {
    done.push(part);
    if (!part.startsWith(":")) { path += `/${part}`; continue; }
    const line = SAMPLES.find(([fits]) => fits.test(done.join("/")));
    if (!line) throw new Error(`Nothing stands for ${part} in "${pattern}": add a line to e2e/walls/addresses.ts.`);
    owned ||= line[2] === "organisation";
    path += `/${encodeURIComponent(await valueOf(owner, line[1](town), town, pattern))}`;
  }
  return { path: path || "/", owned };
}

async function valueOf(owner: pg.Pool, sample: string | { readonly sql: string }, { orgId }: Town, pattern: string): Promise<string> {
  if (typeof sample === "string") return sample;
  const { rows: [row] } = await owner.query<{ id: string }>(sample.sql, [orgId]);
  if (!row) throw new Error(`The made-up town has nothing for "${pattern}": let e2e/walls/town.ts make one.`);
  return row.id;
}
