import { z } from "@hono/zod-openapi";
import { needs } from "../../platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "../../platform/http/api.ts";
import { NewConsent } from "../model/consents/consent.ts";
import { readFilter } from "../model/filter/filter-query.ts";
import { NewPerson, PersonFields } from "../model/person.ts";
import { recordConsent } from "../service/consents/record-consents.ts";
import { changePerson } from "../service/files/change-person.ts";
import { createPerson } from "../service/files/create-person.ts";
import { showPerson } from "../service/files/show-person.ts";
import { listPersons } from "../service/lists/list-persons.ts";
import { searchPersons } from "../service/lists/search-persons.ts";
import { mergePersons } from "../service/merging/merge-persons.ts";
import { undoMerge } from "../service/merging/undo-merge.ts";

const text = z.string().nullable();
const Line = z.object({
  id: z.uuid(), name: z.string(), preferredName: text, sex: text, birthOn: text, birthPrecision: text, communityId: text, communityName: text, laneId: text, laneName: text, address: text, deceasedOn: text, longAtHome: text, phone: text, phoneWhose: text, phoneRelation: text,
}).openapi("PersonLine");
const Hit = z.object({ id: z.uuid(), name: z.string(), preferredName: text, birthOn: text, communityName: text, roles: z.array(z.string()) }).openapi("PersonHit");
const Same = z.object({ personId: z.uuid(), name: z.string(), birthOn: text, sex: text, communityId: text, reasons: z.array(z.string()), certain: z.boolean() }).openapi("SamePerson");
const File = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), preferredName: text, sex: text, birthOn: text, birthPrecision: text, ethnicity: text, communityId: text, laneId: text, address: text, registeredAddress: text, remarks: text, deceasedOn: text, version: z.number().int() }),
  communityName: text, laneName: text,
  contacts: z.array(z.object({ id: z.uuid(), kind: z.string(), value: z.string(), whose: z.string(), holderName: text, relation: text })),
  identifiers: z.array(z.object({ id: z.uuid(), system: z.string(), last4: z.string(), fault: text })).openapi({ description: "Last signs only; empty without a second factor" }),
  disabilities: z.array(z.object({ type: z.number().nullable(), grade: z.number().nullable(), fromOn: text, untilOn: text })).openapi({ description: "Empty without a second factor" }),
  situations: z.array(z.object({ kind: z.string(), value: z.string(), sinceOn: text, untilOn: text })),
  roles: z.array(z.object({ role: z.string(), fromOn: z.string(), untilOn: text, reason: z.string() })),
  relatives: z.array(z.object({ id: z.uuid(), otherId: text, otherName: z.string(), otherPhone: text, relation: z.string(), isGuardian: z.boolean(), isCarer: z.boolean(), contactRule: z.string(), untilOn: text })),
  consents: z.record(z.string(), z.string()), interests: z.array(z.string()), languages: z.array(z.string()),
}).openapi("PersonFile");
const Id = z.object({ personId: z.uuid() });
const IfMatch = z.object({ "if-match": z.string().regex(/^"?\d+"?$/).optional().openapi({ description: "The version that was read" }) });
const words = z.string().optional();

const list = guarded(needs("people.read"), {
  method: "get", path: "/people", tags: ["people"], summary: "Persons by name; the filters of the list's address",
  request: { query: z.object({ after: words, limit: z.coerce.number().int().min(1).max(200).default(50), q: words, community: words, lane: words, sex: words, ageFrom: words, ageTo: words, type: words, grade: words, longAtHome: words, phone: words, role: words, living: words, employment: words, interest: words, noCommunity: words }) },
  responses: { 200: json(z.object({ rows: z.array(Line), next: text, persons: z.number().int() }), "One page; `persons` counts all the filter meets. Nothing sensitive.") },
});
const search = guarded(needs("people.read"), {
  method: "get", path: "/people/search", tags: ["people"], summary: "Find by characters, pinyin, initials or the last four digits of a phone",
  request: { query: z.object({ q: z.string().min(1).max(60) }) }, responses: { 200: json(z.object({ rows: z.array(Hit) }), "At most eight") },
});
const show = guarded(needs("people.read"), {
  method: "get", path: "/people/{personId}", tags: ["people"], summary: "One person's file; the reading is noted",
  request: { params: Id }, responses: { 200: json(z.union([File, z.object({ movedTo: z.uuid() })]), "The file, or where a merged record went"), 404: problem("No such person, or not yours to see") },
});
const create = guarded(needs("people.write"), {
  method: "post", path: "/people", tags: ["people"], summary: "Add a person",
  request: { body: jsonBody(NewPerson.extend({ confirmed: z.boolean().optional().openapi({ description: "Somebody looked at those who are alike" }) })) },
  responses: { 201: json(z.object({ id: z.uuid() }), "Added"), 200: json(z.object({ same: z.array(Same) }), "Not added yet: somebody like this is here. Send `confirmed: true` when it is another person.") },
});
const change = guarded(needs("people.write"), {
  method: "patch", path: "/people/{personId}", tags: ["people"], summary: "Change a person's own fields", request: { params: Id, headers: IfMatch, body: jsonBody(PersonFields.partial()) },
  responses: { 200: json(z.object({ version: z.number().int() }), "The new version"), 404: problem("No such person"), 409: problem("The record was merged"), 412: problem("Somebody was faster; both sides are told"), 428: problem("If-Match is missing") },
});
const consent = guarded(needs("people.write"), {
  method: "post", path: "/people/{personId}/consents", tags: ["people"], summary: "Record a consent, a refusal or a withdrawal", request: { params: Id, body: jsonBody(NewConsent.omit({ personId: true })) },
  responses: { 204: { description: "Recorded" }, 404: problem("No such person") },
});
const merge = guarded(needs("people.write"), {
  method: "post", path: "/people/{personId}/merges", tags: ["people"], summary: "Merge another record into this one", request: { params: Id, body: jsonBody(z.object({ mergedId: z.uuid(), reason: z.string().max(300).default(""), take: z.array(z.string()).optional() })) },
  responses: { 201: json(z.object({ mergeId: z.uuid() }), "Merged; it can be undone"), 404: problem("No such person"), 409: problem("Merged already") },
});
const undo = guarded(needs("people.write"), {
  method: "delete", path: "/people/merges/{mergeId}", tags: ["people"], summary: "Undo a merge", request: { params: z.object({ mergeId: z.uuid() }) },
  responses: { 204: { description: "Both records stand again" }, 404: problem("No such merge"), 409: problem("Undone already") },
});

export const api = createApi()
  .openapi(list, async (c) => {
    const { after, limit } = c.req.valid("query");
    const { rows, next, persons } = await listPersons(apiSession(c), readFilter(new URL(c.req.url).searchParams), { after, limit });
    return c.json({ rows: [...rows], next, persons }, 200);
  })
  .openapi(search, async (c) => c.json({ rows: (await searchPersons(apiSession(c), c.req.valid("query").q)).map((hit) => ({ ...hit, roles: [...hit.roles] })) }, 200))
  .openapi(show, async (c) => {
    const file = await showPerson(apiSession(c), c.req.valid("param").personId);
    return c.json(file.movedTo === undefined ? File.parse(file) : { movedTo: file.movedTo }, 200);
  })
  .openapi(create, async (c) => {
    const { confirmed = false, ...person } = c.req.valid("json");
    const { id, same } = await createPerson(apiSession(c), { person, source: "api", confirmed });
    return id === null ? c.json({ same: same.map((one) => ({ ...one, reasons: [...one.reasons] })) }, 200) : c.json({ id }, 201);
  })
  .openapi(change, async (c) => {
    const version = c.req.valid("header")["if-match"];
    return c.json(await changePerson(apiSession(c), { ...c.req.valid("param"), version: version === undefined ? undefined : Number(version.replaceAll('"', "")), fields: c.req.valid("json") }), 200);
  })
  .openapi(consent, async (c) => { await recordConsent(apiSession(c), { ...c.req.valid("json"), ...c.req.valid("param") }); return c.body(null, 204); })
  .openapi(merge, async (c) => c.json({ mergeId: await mergePersons(apiSession(c), { survivorId: c.req.valid("param").personId, ...c.req.valid("json") }) }, 201))
  .openapi(undo, async (c) => { await undoMerge(apiSession(c), c.req.valid("param").mergeId); return c.body(null, 204); });
