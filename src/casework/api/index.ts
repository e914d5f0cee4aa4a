import { z } from "@hono/zod-openapi";
import { needs } from "#platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "#platform/http/api.ts";
import { NeedFilter } from "../model/count.ts";
import { HeardNeed, NeedChange, NeedPriority, NeedSource, NeedStatus } from "../model/need.ts";
import { Population } from "../model/population.ts";
import { changeNeedStatus } from "../service/change-need-status.ts";
import { countNeeds } from "../service/count-needs.ts";
import { listNeeds } from "../service/list-needs.ts";
import { recordNeed } from "../service/record-need.ts";

const Need = z.object({
  id: z.uuid(), personId: z.uuid(), population: Population, code: z.string(), packVersion: z.number().int(), source: NeedSource, words: z.string(), heardOn: z.iso.date(),
  status: NeedStatus, priority: NeedPriority, statusOn: z.iso.date(), version: z.number().int(),
}).openapi("Need");
const Count = z.object({
  code: z.string().nullable(), topic: z.string().nullable(), population: Population.nullable(), communityId: z.string().nullable(),
  needs: z.number().int(), persons: z.number().int(), urgent: z.number().int(), met: z.number().int(),
}).openapi("NeedCount");
const PersonParams = z.object({ personId: z.uuid() });

const list = guarded(needs("people.read"), {
  method: "get", path: "/people/{personId}/needs", tags: ["casework"], summary: "The needs of one person, newest first",
  request: { params: PersonParams }, responses: { 200: json(z.object({ rows: z.array(Need) }), "Their needs"), 404: problem("No such person") },
});

const record = guarded(needs("outreach.work"), {
  method: "post", path: "/people/{personId}/needs", tags: ["casework"], summary: "Write down a need; one already open is heard again",
  request: { params: PersonParams, body: jsonBody(HeardNeed.omit({ personId: true })) },
  responses: { 201: json(z.object({ needId: z.uuid(), heardAgain: z.boolean() }), "It is written down"), 404: problem("No such person") },
});

const change = guarded(needs("outreach.work"), {
  method: "post", path: "/needs/{needId}/changes", tags: ["casework"], summary: "Note what became of a need",
  request: { params: z.object({ needId: z.uuid() }), body: jsonBody(NeedChange.omit({ needId: true })) },
  responses: { 200: json(z.object({ needId: z.uuid(), version: z.number().int() }), "It stands so now"), 404: problem("No such need"), 409: problem("No such way"), 412: problem("Changed meanwhile"), 428: problem("The version that was read is missing") },
});

const count = guarded(needs("people.read"), {
  method: "get", path: "/needs/counts", tags: ["casework"], summary: "Needs and different persons by code, community and population; a dimension that is null is summed over",
  request: { query: NeedFilter.omit({ noCommunity: true }) }, responses: { 200: json(z.object({ rows: z.array(Count) }), "The figures, small ones included: for the organisation's own use") },
});

export const api = createApi()
  .openapi(list, async (c) => c.json({ rows: (await listNeeds(apiSession(c), c.req.valid("param").personId)).map((need) => Need.parse(need)) }, 200))
  .openapi(record, async (c) => {
    const personId = HeardNeed.shape.personId.parse(c.req.valid("param").personId);
    return c.json(await recordNeed(apiSession(c), { ...c.req.valid("json"), personId }), 201);
  })
  .openapi(change, async (c) => {
    const needId = NeedChange.shape.needId.parse(c.req.valid("param").needId);
    return c.json(await changeNeedStatus(apiSession(c), { ...c.req.valid("json"), needId }), 200);
  })
  .openapi(count, async (c) => c.json({ rows: await countNeeds(apiSession(c), c.req.valid("query")) }, 200));
