import { z } from "@hono/zod-openapi";
import { needs } from "../../platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "../../platform/http/api.ts";
import { NewUnit, UnitCode, UnitName } from "../model/unit.ts";
import { UNIT_KINDS } from "../model/unit-kinds.ts";
import { addUnit } from "../service/add-unit.ts";
import { changeUnit } from "../service/change-unit.ts";
import { closeUnit } from "../service/close-unit.ts";
import { listTerritory, showUnit } from "../service/show-territory.ts";

const Unit = z.object({
  id: z.uuid(), kind: z.enum(UNIT_KINDS), code: z.string().nullable(), urbanRuralClass: z.string().nullable(), name: z.string(), aliases: z.array(z.string()).readonly(), parentId: z.uuid().nullable(),
  validFrom: z.string(), validTo: z.string().nullable(), shape: z.unknown(), longitude: z.number().nullable(), latitude: z.number().nullable(), version: z.number().int(),
}).openapi("Place");
const Id = z.object({ unitId: z.uuid() });
const IfMatch = z.object({ "if-match": z.string().regex(/^"?\d+"?$/).optional().openapi({ description: "The version that was read" }) });
const versionIn = (header: string | undefined) => (header === undefined ? undefined : Number(header.replaceAll('"', "")));
const read = needs("places.read", { strong: false });
const manage = needs("places.manage", { strong: false });

const list = guarded(read, {
  method: "get", path: "/places", tags: ["places"], summary: "The units that stand on a day",
  request: { query: z.object({ on: NewUnit.shape.validFrom.optional() }) }, responses: { 200: json(z.object({ rows: z.array(Unit) }), "From the widest down") },
});
const show = guarded(read, {
  method: "get", path: "/places/{unitId}", tags: ["places"], summary: "One unit", request: { params: Id }, responses: { 200: json(Unit, "The unit"), 404: problem("No such unit") },
});
const create = guarded(manage, {
  method: "post", path: "/places", tags: ["places"], summary: "Add a unit", request: { body: jsonBody(NewUnit) }, responses: { 201: json(z.object({ id: z.uuid() }), "It stands") },
});
const change = guarded(manage, {
  method: "patch", path: "/places/{unitId}", tags: ["places"], summary: "Change a unit",
  request: { params: Id, headers: IfMatch, body: jsonBody(z.object({ name: UnitName, code: UnitCode.nullable(), aliases: z.array(UnitName).max(20), parentId: z.uuid().nullable() }).partial()) },
  responses: { 200: json(z.object({ version: z.number().int() }), "The new version"), 404: problem("No such unit"), 412: problem("Somebody was faster"), 428: problem("If-Match is missing") },
});
const close = guarded(manage, {
  method: "post", path: "/places/{unitId}/close", tags: ["places"], summary: "Revoke a unit and name its successors",
  request: { params: Id, headers: IfMatch, body: jsonBody(z.object({ on: NewUnit.shape.validFrom, successorIds: z.array(z.uuid()).max(50), childrenTo: z.uuid().nullish() })) },
  responses: { 200: json(z.object({ movedChildren: z.number().int() }), "Revoked"), 404: problem("No such unit"), 409: problem("Closed already, or units still lie in it"), 412: problem("Somebody was faster"), 428: problem("If-Match is missing") },
});

export const api = createApi()
  .openapi(list, async (c) => c.json({ rows: await listTerritory(apiSession(c), c.req.valid("query")) }, 200))
  .openapi(show, async (c) => c.json((await showUnit(apiSession(c), c.req.valid("param").unitId)).unit, 200))
  .openapi(create, async (c) => c.json({ id: await addUnit(apiSession(c), c.req.valid("json")) }, 201))
  .openapi(change, async (c) => c.json(await changeUnit(apiSession(c), { unitId: c.req.valid("param").unitId, version: versionIn(c.req.valid("header")["if-match"]), fields: c.req.valid("json") }), 200))
  .openapi(close, async (c) => c.json(await closeUnit(apiSession(c), { unitId: c.req.valid("param").unitId, version: versionIn(c.req.valid("header")["if-match"]), ...c.req.valid("json") }), 200));
