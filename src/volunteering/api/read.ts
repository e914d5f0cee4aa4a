import { z } from "@hono/zod-openapi";
import { needs } from "#platform/access/policy.ts";
import { apiSession, createApi, guarded, json, problem } from "#platform/http/api.ts";
import { STATUSES } from "../model/pathway/volunteer-status.ts";
import { listProgrammes } from "../service/programmes/list-programmes.ts";
import { listEligibleHelpers } from "../service/volunteers/list-eligible-helpers.ts";
import { listVolunteers } from "../service/volunteers/list-volunteers.ts";
import { showVolunteer } from "../service/volunteers/show-volunteer.ts";
import { Counts, Helper, Programme, Standing, VolunteerLine } from "./schemas.ts";

const mayRead = needs("volunteers.read");
const tags = ["volunteering"];
const ProgrammeParam = z.object({ programmeId: z.uuid() });
const NO_PROGRAMME = problem("No such programme");
const Query = z.object({
  status: z.enum(STATUSES).optional(), state: z.enum(["trained", "ready", "declined", "ending"]).optional(), q: z.string().max(60).optional(),
  on: z.iso.date().optional().openapi({ description: "Status on this day, `YYYY-MM-DD`; today when left out" }), after: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});

const programmes = guarded(mayRead, {
  method: "get", path: "/volunteer-programmes", tags, summary: "The organisation's volunteer programmes",
  responses: { 200: json(z.array(Programme), "All of them") },
});

const volunteers = guarded(mayRead, {
  method: "get", path: "/volunteer-programmes/{programmeId}/volunteers", tags, summary: "A programme's volunteers with their status on a day, and counts over all of them",
  request: { params: ProgrammeParam, query: Query },
  responses: { 200: json(z.object({ rows: z.array(VolunteerLine), next: z.string().nullable(), counts: Counts, on: z.string() }), "One page"), 404: NO_PROGRAMME },
});

const helpers = guarded(mayRead, {
  method: "get", path: "/volunteer-programmes/{programmeId}/helpers", tags, summary: "Service team and reserve on a day, as matching sees them",
  request: { params: ProgrammeParam, query: z.object({ on: z.iso.date().optional() }) },
  responses: { 200: json(z.array(Helper), "Everybody placed"), 404: NO_PROGRAMME },
});

const standing = guarded(mayRead, {
  method: "get", path: "/volunteers/{volunteerId}", tags, summary: "Where one volunteer stands, requirement by requirement",
  request: { params: z.object({ volunteerId: z.uuid() }) },
  responses: { 200: json(Standing, "Their standing today"), 404: problem("No such volunteer") },
});

export const readApi = createApi()
  .openapi(programmes, async (c) => c.json((await listProgrammes(apiSession(c))).map((one) => Programme.parse(one)), 200))
  .openapi(volunteers, async (c) => {
    const { page, counts, on } = await listVolunteers(apiSession(c), { ...c.req.valid("query"), ...c.req.valid("param") });
    return c.json({ rows: page.rows.map((row) => VolunteerLine.parse(row)), next: page.next, counts: Counts.parse(counts), on }, 200);
  })
  .openapi(helpers, async (c) => {
    const session = apiSession(c);
    const found = await listEligibleHelpers(session, c.req.valid("param").programmeId, c.req.valid("query").on ?? session.today);
    return c.json(found.map((one) => Helper.parse(one)), 200);
  })
  .openapi(standing, async (c) => {
    const { volunteer, standing: now, hours } = await showVolunteer(apiSession(c), c.req.valid("param").volunteerId);
    return c.json(Standing.parse({ ...now, volunteerId: volunteer.id, programmeId: volunteer.programmeId, policyVersion: now.version, hours, version: volunteer.version }), 200);
  });
