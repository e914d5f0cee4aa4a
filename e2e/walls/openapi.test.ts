import type { z } from "@hono/zod-openapi";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { buildApi } from "#app/api.ts";
import { Problem } from "#platform/http/api.ts";
import { addressOf } from "./addresses.ts";
import { site, type Answer } from "./site.ts";
import { buildTown, type RoleKey, type Town } from "./town.ts";

const here = site();
const PROBES = Number(process.env.LINLI_PROBES ?? 3000);
const SEED = Number(process.env.LINLI_SEED ?? 20261122);

interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly request?: { readonly params?: z.ZodObject; readonly query?: z.ZodObject; readonly body?: { readonly content: Record<string, { schema: z.ZodType }> } };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: z.ZodType }> }>;
}

interface Schema { readonly $ref?: string; readonly type?: string | string[]; readonly enum?: unknown[]; readonly const?: unknown; readonly properties?: Record<string, Schema>; readonly required?: string[]; readonly items?: Schema; readonly anyOf?: Schema[]; readonly oneOf?: Schema[]; readonly allOf?: Schema[]; readonly format?: string; readonly minimum?: number; readonly maximum?: number; readonly maxLength?: number }
interface Parameter { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: Schema }
interface Operation { readonly parameters?: Parameter[]; readonly requestBody?: { content: Record<string, { schema: Schema }> }; readonly responses: Record<string, unknown> }
interface Document { readonly openapi: string; readonly paths: Record<string, Record<string, Operation>>; readonly components?: { readonly schemas?: Record<string, Schema> } }

const endpoints = buildApi().openAPIRegistry.definitions.flatMap((one) => (one.type === "route" ? [one.route as unknown as Endpoint] : []));
const own: { town?: Town; document?: Document; addresses: Map<string, string> } = { addresses: new Map() };

beforeAll(async () => {
  own.town = await buildTown(here, { word: "甲地", characters: "鹮鹳", slug: "jiadi", phone: "13812347391", residentId: "11010119900307293X" });
  own.document = JSON.parse((await here.ask("/api/v1/openapi.json")).body.toString());
  for (const { path } of endpoints) own.addresses.set(path, (await addressOf(here.t.owner, path.slice(1).replace(/\{(\w+)\}/g, ":$1"), own.town)).path);
}, 600_000);

test("the document is OpenAPI 3.1 and lists every endpoint", () => {
  const { openapi, paths } = own.document!;
  expect(openapi).toMatch(/^3\.1\./);
  const listed = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`)).sort();
  expect(listed).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
});

/** What is wrong with an answer; empty when it keeps its word. */
function faultsOf({ responses }: Endpoint, { status, headers, body }: Answer): string[] {
  if (status >= 500) return [`${status}`];
  const declared = responses[status] ?? (status === 404 || status === 409 || status === 412 || status === 413 || status === 428 || status === 429 ? null : undefined);
  const type = headers.get("content-type") ?? "";
  if (status >= 400) {
    const problem = type.startsWith("application/problem+json") ? Problem.strict().safeParse(JSON.parse(body.toString())) : null;
    const fits = problem?.success && problem.data.status === status && problem.data.title !== "" && problem.data.type === `/problems/${problem.data.type.slice(10)}`;
    return [...(responses[status] ? [] : [`undeclared ${status}`]), ...(fits ? [] : [`${status} is no problem of RFC 9457 (${type})`])];
  }
  if (!declared) return [`undeclared ${status}`];
  const [kind, media] = Object.entries(declared.content ?? {})[0] ?? [];
  if (!kind || !media) return body.length === 0 ? [] : ["a body where none is declared"];
  if (!type.startsWith(kind)) return [`${type} instead of ${kind}`];
  if (!kind.includes("json")) return [];
  const said: unknown = JSON.parse(body.toString());
  const read = media.schema.safeParse(said);
  if (!read.success) return [`does not fit: ${read.error.issues.slice(0, 2).map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`];
  return JSON.stringify(sorted(read.data)) === JSON.stringify(sorted(said)) ? [] : ["says more than its schema"];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/** What an address that searches cannot do without. */
function requiredQuery(path: string): string {
  const required = (own.document!.paths[path]!.get?.parameters ?? []).filter((one) => one.in === "query" && one.required);
  return required.length === 0 ? "" : `?${new URLSearchParams(required.map(({ name }) => [name, own.town!.mark.characters]))}`;
}

test("every endpoint that reads answers the organisation's own rows in the declared form", async () => {
  const wrong: string[] = [];
  for (const endpoint of endpoints.filter(({ method }) => method === "get")) {
    const answers = await Promise.all(Object.values(own.town!.cookies).map((cookie) => here.ask(`/api/v1${own.addresses.get(endpoint.path)}${requiredQuery(endpoint.path)}`, { cookie })));
    if (!answers.some(({ status }) => status < 300)) wrong.push(`${endpoint.path}: nobody gets an answer (${answers.map(({ status }) => status)})`);
    for (const answer of answers) for (const fault of faultsOf(endpoint, answer)) wrong.push(`GET ${endpoint.path}: ${fault}`);
  }
  expect([...new Set(wrong)]).toEqual([]);
});

/** Values that mostly fit a schema, and now and then do not. */
function valueOf(schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> {
  const given = schema?.$ref ? own.document!.components?.schemas?.[schema.$ref.split("/").at(-1)!] : schema;
  const noise = fc.oneof(fc.string({ maxLength: 30, unit: "binary" }), fc.integer(), fc.double(), fc.boolean(), fc.constantFrom<unknown>(null, "", "\u0000", "💥", "1e309", "-1", "9".repeat(40), [], {}, "2026-02-30", "x".repeat(5000), "../..", "%00", own.town!.orgId), fc.jsonValue({ maxDepth: 2 }));
  if (!given || depth > 5) return noise;
  return fc.oneof({ arbitrary: fitting(given, depth), weight: 5 }, { arbitrary: noise, weight: 1 });
}

function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => valueOf(one, depth + 1)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => valueOf(one, depth + 1))).map((parts) => Object.assign({}, ...parts));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties) {
    const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valueOf(inner, depth + 1)]));
    return fc.record(fields, { requiredKeys: schema.required?.filter((name) => name in fields) ?? [] });
  }
  if (type === "array") return fc.array(valueOf(schema.items, depth + 1), { maxLength: 4 });
  if (type === "integer") return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1000, 2 ** 31) });
  if (type === "number") return fc.double({ min: schema.minimum ?? -5, max: schema.maximum ?? 1000, noNaN: true });
  if (type === "boolean") return fc.boolean();
  if (schema.format === "uuid") return fc.oneof(fc.uuid(), fc.constantFrom(...[...own.addresses.values()].flatMap((path) => path.match(/[0-9a-f-]{36}/g) ?? []), own.town!.orgId));
  if (schema.format === "date") return fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
  return fc.string({ maxLength: Math.min(schema.maxLength ?? 40, 200), unit: "grapheme" });
}

interface Shot { readonly endpoint: Endpoint; readonly role: RoleKey | null; readonly path: string; readonly body: unknown; readonly headers: Record<string, string> }

function shots(): fc.Arbitrary<Shot> {
  return fc.constantFrom(...endpoints).chain((endpoint) => {
    const operation = own.document!.paths[endpoint.path]![endpoint.method]!;
    const parameters = (operation.parameters ?? []).filter((one) => one.in === "path" || one.in === "query");
    const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    return fc.record({
      role: fc.oneof({ arbitrary: fc.constantFrom<RoleKey>("supervisor", "worker", "admin", "coordinator"), weight: 8 }, { arbitrary: fc.constantFrom<RoleKey | null>("volunteer", "clerk", null), weight: 2 }),
      values: fc.tuple(...parameters.map((one) => fc.option(valueOf(one.schema), { nil: undefined, freq: one.in === "path" ? 3 : 2 }))),
      body: valueOf(schema), key: fc.option(fc.string({ maxLength: 220, unit: "grapheme-ascii" }), { nil: undefined }), version: fc.option(fc.constantFrom("1", '"1"', "*", "x", "-1"), { nil: undefined }),
    }).map(({ role, values, body, key, version }) => ({
      endpoint, role, body: operation.requestBody ? body : undefined, path: addressWith(endpoint.path, parameters, values),
      headers: { ...(key?.trim() && { "idempotency-key": key.trim() }), ...(version && { "if-match": version }) },
    }));
  });
}

function addressWith(pattern: string, parameters: readonly Parameter[], values: readonly unknown[]): string {
  const words = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));
  const query = new URLSearchParams();
  const given = new Map<string, string>();
  parameters.forEach(({ name, in: place }, index) => {
    const value = values[index];
    if (value === undefined) return;
    if (place === "query") query.append(name, words(value).slice(0, 2000));
    else given.set(name, words(value).slice(0, 200).replaceAll("/", "") || "x");
  });
  const sample = own.addresses.get(pattern)!.split("/");
  const path = pattern.split("/").map((part, index) => {
    const value = given.get(part.slice(1, -1));
    return part.startsWith("{") ? (value === undefined ? sample[index] : encodeURIComponent(value.toWellFormed())) : part;
  }).join("/");
  return query.size > 0 ? `${path}?${query}` : path;
}

test(`${PROBES} random requests: never a fault, always the declared form`, async () => {
  const wrong = new Map<string, string>();
  const statuses: Record<number, number> = {};
  for (const { endpoint, role, path, body, headers } of fc.sample(shots(), { numRuns: PROBES, seed: SEED })) {
    const answer = await here.ask(`/api/v1${path}`, { method: endpoint.method.toUpperCase(), cookie: role && own.town!.cookies[role], headers, ...(body !== undefined && { json: body }) });
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    for (const fault of faultsOf(endpoint, answer)) wrong.set(`${endpoint.method.toUpperCase()} ${endpoint.path}: ${fault}`, `${path.slice(0, 200)} ${JSON.stringify(headers)} ${JSON.stringify(body)?.slice(0, 300)} ${answer.status >= 500 ? here.bugs.at(-1)?.slice(0, 400) : ""}`);
  }
  console.log(`API: ${PROBES} random requests over ${endpoints.length} endpoints, answers ${JSON.stringify(statuses)}`);
  expect([...wrong]).toEqual([]);
  expect([...new Set(here.bugs)]).toEqual([]);
}, 1_200_000);

test.each([
  ["a body that is no JSON", { method: "POST", headers: { "content-type": "application/json" } }], ["an unknown address", { method: "GET" }], ["an unknown method", { method: "PATCH" }],
])("%s is a problem too", async (what, asking) => {
  const path = what.includes("address") ? "/api/v1/nothing-here" : "/api/v1/enquiries";
  const { status, headers, body } = await here.ask(path, { cookie: own.town!.cookies.worker, ...asking, ...(what.includes("JSON") && { raw: "{" }) });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(Problem.strict().parse(JSON.parse(body.toString())).status).toBe(status);
});
