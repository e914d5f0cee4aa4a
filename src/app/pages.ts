import { open } from "#platform/access/policy.ts";
import { page, type PageRoute } from "#platform/web/page-route.ts";
import { pages as assessment } from "#assessment/routes.ts";
import { pages as casework } from "#casework/routes.ts";
import { pages as planning } from "#planning/routes.ts";
import { pages as documents } from "#documents/routes.ts";
import { pages as encounters } from "#encounters/routes.ts";
import { pages as enquiries } from "#enquiries/routes.ts";
import { pages as identity } from "#identity/routes.ts";
import { pages as hours } from "#hours/routes.ts";
import { pages as visits } from "#visits/routes.ts";
import { pages as matching } from "#matching/routes.ts";
import { pages as insights } from "#insights/routes.ts";
import { pages as volunteering } from "#volunteering/routes.ts";
import { pages as today } from "#today/routes.ts";
import { pages as people } from "#people/routes.ts";
import { pages as places } from "#places/routes.ts";
import { pages as register } from "#register/routes.ts";
import { pages as outreach } from "#outreach/routes.ts";
import { pages as safeguarding } from "#safeguarding/routes.ts";
import { pages as referral } from "#referral/routes.ts";
import { pages as employment } from "#employment/routes.ts";
import { pages as activities } from "#activities/routes.ts";
import { pages as groups } from "#groups/routes.ts";
import { pages as teams } from "#teams/routes.ts";
import { pages as badges } from "#badges/routes.ts";
import { pages as messaging } from "#messaging/routes.ts";
import { pages as pathways } from "#pathways/routes.ts";
import { pages as routing } from "#routing/routes.ts";
import { pages as platform } from "#platform/routes.ts";

/** Every page of every slice. A page that is not here does not exist; one without a policy cannot be declared. */
export const pages: readonly PageRoute[] = [
  page("_gallery", "app/gallery/gallery-page.tsx", open("made-up examples of the design, only in development and the demonstration")),
  page("api", "app/frame/api-docs-page.tsx", open("the interface's description holds nobody's data")),
  ...today,
  ...platform,
  ...casework,
  ...assessment,
  ...planning,
  ...documents,
  ...safeguarding,
  ...referral,
  ...employment,
  ...outreach,
  ...places,
  ...people,
  ...volunteering,
  ...identity,
  ...encounters,
  ...enquiries,
  ...matching,
  ...visits,
  ...hours,
  ...routing,
  ...activities,
  ...pathways,
  ...groups,
  ...teams,
  ...badges,
  ...messaging,
  ...insights,
  ...register,
];
