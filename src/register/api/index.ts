import { z } from "@hono/zod-openapi";
import { needs } from "../../platform/access/policy.ts";
import { apiSession, createApi, guarded, json } from "../../platform/http/api.ts";
import { listImports } from "../service/showing/list-imports.ts";

const Import = z.object({
  id: z.uuid(), fileName: z.string(), status: z.string(), uploadedAt: z.string(), uploadedByName: z.string(), appliedAt: z.string().nullable(), undoneAt: z.string().nullable(),
  figures: z.record(z.string(), z.number()).nullable(), createdCount: z.number(), completedCount: z.number(), joinedCount: z.number(),
}).openapi("RegisterImport");

const list = guarded(needs("register.import"), {
  method: "get", path: "/register/imports", tags: ["register"], summary: "Imports of registers, newest first, with their figures",
  request: { query: z.object({ after: z.string().optional() }) },
  responses: { 200: json(z.object({ rows: z.array(Import), next: z.string().nullable() }), "One page of imports") },
});

export const api = createApi().openapi(list, async (c) => {
  const { rows, next } = await listImports(apiSession(c), { after: c.req.valid("query").after ?? null });
  return c.json({ rows: rows.map((row) => Import.parse(row)), next }, 200);
});
