import { z } from "@hono/zod-openapi";
import { apiSession, createApi, guarded, json, jsonBody } from "../../platform/http/api.ts";
import { needs } from "../../platform/access/policy.ts";
import { Asking } from "../model/asking.ts";
import { askForHelp } from "../service/ask-for-help.ts";
import { listEnquiries } from "../service/list-enquiries.ts";

const Enquiry = z.object({
  id: z.uuid(), reference: z.string(), receivedAt: z.string(), channel: z.string(), forWhom: z.enum(["self", "other"]), community: z.string().nullable(), urgent: z.boolean(), dueOn: z.string(),
}).openapi("Enquiry");

const list = guarded(needs("enquiries.manage"), {
  method: "get", path: "/enquiries", tags: ["enquiries"], summary: "The queue of enquiries, by due day",
  request: { query: z.object({ show: z.enum(["open", "overdue", "mine", "closed"]).default("open"), after: z.string().optional() }) },
  responses: { 200: json(z.object({ rows: z.array(Enquiry), next: z.string().nullable() }), "One page of the queue") },
});

const create = guarded(needs("enquiries.manage"), {
  method: "post", path: "/enquiries", tags: ["enquiries"], summary: "Record a call, a visit or a letter",
  request: { body: jsonBody(Asking.extend({ channel: z.enum(["phone", "visit", "letter"]) })) },
  responses: { 201: json(z.object({ id: z.uuid(), reference: z.string(), dueOn: z.string() }), "It stands in the queue") },
});

export const api = createApi()
  .openapi(list, async (c) => {
    const { page } = await listEnquiries(apiSession(c), c.req.valid("query"));
    return c.json({ rows: page.rows.map((row) => Enquiry.parse(row)), next: page.next }, 200);
  })
  .openapi(create, async (c) => {
    const { channel, ...asking } = c.req.valid("json");
    return c.json(await askForHelp(apiSession(c), asking, channel), 201);
  });
