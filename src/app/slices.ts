import { api as activities } from "../activities/api/index.ts";
import { api as casework } from "../casework/api/index.ts";
import { api as outreach } from "../outreach/api/index.ts";
import { api as encounters } from "../encounters/api/index.ts";
import { api as enquiries } from "../enquiries/api/index.ts";
import { api as volunteering } from "../volunteering/api/index.ts";
import { api as people } from "../people/api/index.ts";
import { api as places } from "../places/api/index.ts";
import { api as identity } from "../identity/api/index.ts";
import { jobs as matchingJobs } from "../matching/jobs/index.ts";
import { api as register } from "../register/api/index.ts";
import { jobs as registerJobs } from "../register/jobs/index.ts";
import { jobs as routingJobs } from "../routing/jobs/index.ts";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../platform/http/api.ts";
import type { JobKind } from "../platform/jobs/job.ts";

/** The endpoints of every slice that has some. */
export const apis: readonly OpenAPIHono<ApiEnv>[] = [activities, casework, outreach, volunteering, places, people, identity, encounters, enquiries, register];

/** Every kind of long work. */
export const jobKinds: readonly JobKind[] = [...matchingJobs, ...registerJobs, ...routingJobs];
