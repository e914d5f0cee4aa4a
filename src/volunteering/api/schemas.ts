import { z } from "@hono/zod-openapi";
import { STATUSES } from "../model/pathway/volunteer-status.ts";

/** Weekly hours in the programme's time zone, 1 is Monday. */
export const Hours = z.object({ weekday: z.number().int().min(1).max(7), from: z.string(), to: z.string() }).openapi("WeeklyHours");

export const Status = z.enum(STATUSES).openapi("VolunteerStatus");

/** One line of the list of volunteers. */
export const VolunteerLine = z.object({
  id: z.uuid(), personId: z.uuid(), name: z.string(), signedUpAt: z.string(), status: Status, since: z.string().nullable(), declined: z.boolean(), mayServe: z.boolean(),
  accompanied: z.boolean(), firstEndOn: z.string().nullable(), open: z.array(z.string()), hours: z.array(Hours), skills: z.array(z.string()), place: z.string(),
}).openapi("Volunteer");

export const Counts = z.object({
  all: z.number().int(), trained: z.number().int(), ready: z.number().int(), declined: z.number().int(), ending: z.number().int(), byStatus: z.record(z.string(), z.number().int()),
});

/** How one requirement stands. */
const Requirement = z.object({
  key: z.string(), kind: z.string(), stage: z.enum(["approval", "placement", "service"]), state: z.enum(["met", "exempt", "missing", "pending", "expired", "refused", "withdrawn"]),
  have: z.number().int(), needed: z.number().int(), metOn: z.string().nullable(), lastValidOn: z.string().nullable(),
}).openapi("RequirementState");

/** Somebody's standing, without name or contacts. */
export const Standing = z.object({
  volunteerId: z.uuid(), programmeId: z.uuid(), status: Status, since: z.string().nullable(), trained: z.boolean(), mayServe: z.boolean(), accompanied: z.boolean(), declined: z.boolean(),
  firstEndOn: z.string().nullable(), policyVersion: z.number().int().nullable(), grandfathered: z.boolean(), requirements: z.array(Requirement), hours: z.array(Hours), version: z.number().int(),
}).openapi("VolunteerStanding");

export const Programme = z.object({
  id: z.uuid(), slug: z.string(), name: z.string(), summary: z.string(), signUpFrom: z.string(), signUpUntil: z.string().nullable(), version: z.number().int(),
}).openapi("VolunteerProgramme");

/** What a match needs to know of somebody placed in the team or the reserve. */
export const Helper = z.object({
  volunteerId: z.uuid(), personId: z.uuid(), placement: z.enum(["service_team", "reserve"]), communityId: z.uuid().nullable(), hours: z.array(Hours), languages: z.array(z.string()),
  interests: z.array(z.string()), skills: z.array(z.string()), capacity: z.number().int(), mayServe: z.boolean(), mayServeUntilOn: z.string().nullable(), missing: z.array(z.string()),
}).openapi("EligibleHelper");
