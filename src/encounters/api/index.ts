import { z } from "@hono/zod-openapi";
import { needs } from "#platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "#platform/http/api.ts";
import { Entry, Sent } from "../model/encounter.ts";
import { MOST_PHOTO_BYTES, NewPhoto } from "../model/photo.ts";
import { addPhoto } from "../service/photos/add-photo.ts";
import { recordEncounter } from "../service/record-encounter.ts";
import { takeAlong } from "../service/take-along.ts";

const MOST_BASE64 = Math.ceil(MOST_PHOTO_BYTES / 3) * 4;

const Taken = z.object({
  orgId: z.uuid(), today: z.iso.date(),
  people: z.array(z.object({
    personId: z.uuid(), name: z.string(), age: z.number().int().nullable(), address: z.string(), phone: z.string(), stamp: z.string(), lastOn: z.iso.date().nullable(),
    carers: z.array(z.object({ personId: z.uuid(), name: z.string(), relation: z.string(), mayPhotograph: z.boolean() })), mayPhotograph: z.boolean(),
  })),
  topics: z.array(z.object({ topic: z.string(), zh: z.string(), en: z.string() })),
  entries: z.array(z.object({ id: z.uuid(), revision: z.number().int(), sendKey: z.string(), entry: Entry })),
}).openapi("TakenAlong");

const record = guarded(needs("encounters.write"), {
  method: "post", path: "/encounters", tags: ["encounters"], summary: "Enter a service or correct it; the same sendKey twice counts once",
  request: { body: jsonBody(Sent) },
  responses: { 201: json(z.object({ id: z.uuid(), revision: z.number().int() }), "It stands as this revision"), 404: problem("A person, colleague or need is not there"), 409: problem("It cannot stand so"), 412: problem("It, or a person in it, changed meanwhile: both sides are shown") },
});

const photo = guarded(needs("encounters.write"), {
  method: "post", path: "/encounters/{encounterId}/photos", tags: ["encounters"], summary: "Add a photograph to a service record; the same id with the same picture twice is kept once",
  request: { params: z.object({ encounterId: z.uuid() }), body: jsonBody(NewPhoto.extend({ image: z.base64().max(MOST_BASE64).openapi({ description: "The picture in base64: JPEG, PNG or WebP. It is drawn anew; what a camera wrote beside it is dropped" }) }).openapi("NewPhoto")) },
  responses: { 201: json(z.object({ id: z.uuid() }), "It is on the record"), 403: problem("Not allowed, or the record's case is not near"), 404: problem("No such record"), 409: problem("It cannot be added: consent, number, or the record was taken back"), 413: problem("Too large"), 415: problem("Not a picture of a known kind") },
});

const take = guarded(needs("encounters.write"), {
  method: "get", path: "/field", tags: ["encounters"], summary: "What a phone takes along: today's people and one's own latest records",
  request: { query: z.object({ with: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,19}$/).optional().openapi({ description: "Others to take along, by id, parted by commas" }) }) }, responses: { 200: json(Taken, "To be kept encrypted") },
});

export const api = createApi()
  .openapi(record, async (c) => c.json(await recordEncounter(apiSession(c), c.req.valid("json")), 201))
  .openapi(photo, async (c) => {
    const { image, ...said } = c.req.valid("json");
    return c.json(await addPhoto(apiSession(c), c.req.valid("param").encounterId, said, Buffer.from(image, "base64")), 201);
  })
  .openapi(take, async (c) => {
    const { with: asked } = c.req.valid("query");
    return c.json(Taken.parse(await takeAlong(apiSession(c), asked?.split(",") ?? [])), 200);
  });
