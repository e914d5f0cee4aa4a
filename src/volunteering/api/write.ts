import { z } from "@hono/zod-openapi";
import { needs } from "#platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "#platform/http/api.ts";
import { appraiseVolunteers, Appraisal } from "../service/pathway/appraise-volunteers.ts";
import { grantExemption, NewExemption } from "../service/pathway/grant-exemption.ts";
import { NewEvidence, recordEvidence } from "../service/pathway/record-evidence.ts";
import { Removal, removeVolunteer } from "../service/pathway/remove-volunteer.ts";
import { addVolunteer } from "../service/volunteers/add-volunteer.ts";
import { NewAvailability, setAvailability } from "../service/volunteers/set-availability.ts";
import { Hours, Status } from "./schemas.ts";

const mayManage = needs("volunteers.manage");
const tags = ["volunteering"];
const params = z.object({ volunteerId: z.uuid() });
const after = json(z.object({ status: Status }), "Where they stand now");
const refused = { 404: problem("No such volunteer"), 409: problem("Not from where they stand now") };

const evidence = guarded(mayManage, {
  method: "post", path: "/volunteers/{volunteerId}/evidence", tags, summary: "Record evidence about one requirement",
  request: { params, body: jsonBody(NewEvidence.omit({ volunteerId: true })) }, responses: { 201: json(z.object({ factId: z.uuid(), status: Status }), "Recorded"), ...refused },
});
const exemption = guarded(mayManage, {
  method: "post", path: "/volunteers/{volunteerId}/exemptions", tags, summary: "Exempt from one requirement until a day",
  request: { params, body: jsonBody(NewExemption.omit({ volunteerId: true })) }, responses: { 201: after, ...refused },
});
const availability = guarded(mayManage, {
  method: "put", path: "/volunteers/{volunteerId}/availability", tags, summary: "Put weekly hours in place of the earlier ones",
  request: { params, body: jsonBody(NewAvailability.omit({ volunteerId: true })) },
  responses: { 200: json(z.object({ hours: z.array(Hours) }), "The hours as kept"), 404: refused[404], 412: problem("Changed by somebody else meanwhile") },
});
const removal = guarded(mayManage, {
  method: "post", path: "/volunteers/{volunteerId}/removal", tags, summary: "End somebody's part in the programme",
  request: { params, body: jsonBody(Removal.omit({ volunteerId: true })) }, responses: { 201: after, ...refused },
});
const appraisal = guarded(mayManage, {
  method: "post", path: "/volunteer-appraisals", tags, summary: "Place volunteers in the service team or the reserve, or say no; all or nobody",
  request: { body: jsonBody(Appraisal) }, responses: { 201: json(z.object({ appraised: z.number().int() }), "Done"), ...refused },
});
const addition = guarded(mayManage, {
  method: "post", path: "/volunteer-programmes/{programmeId}/volunteers", tags, summary: "Sign up somebody who is known already",
  request: { params: z.object({ programmeId: z.uuid() }), body: jsonBody(z.object({ personId: z.uuid() })) },
  responses: { 201: json(z.object({ id: z.uuid() }), "The new volunteer"), 404: problem("No such programme or person"), 409: problem("In the programme already") },
});

export const writeApi = createApi()
  .openapi(evidence, async (c) => c.json(await recordEvidence(apiSession(c), { ...c.req.valid("json"), ...c.req.valid("param") }), 201))
  .openapi(exemption, async (c) => c.json(await grantExemption(apiSession(c), { ...c.req.valid("json"), ...c.req.valid("param") }), 201))
  .openapi(availability, async (c) => c.json(await setAvailability(apiSession(c), { ...c.req.valid("json"), ...c.req.valid("param") }), 200))
  .openapi(removal, async (c) => c.json(await removeVolunteer(apiSession(c), { ...c.req.valid("json"), ...c.req.valid("param") }), 201))
  .openapi(appraisal, async (c) => c.json(await appraiseVolunteers(apiSession(c), c.req.valid("json")), 201))
  .openapi(addition, async (c) => c.json(await addVolunteer(apiSession(c), { ...c.req.valid("json"), ...c.req.valid("param") }), 201));
