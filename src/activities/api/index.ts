import { z } from "@hono/zod-openapi";
import { needs } from "#platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "#platform/http/api.ts";
import { MARKS } from "../model/terms.ts";
import { takeAttendance } from "../service/attendance/take-attendance.ts";

const marks = z.array(z.object({ markId: z.uuid().optional(), registrationId: z.uuid(), state: z.enum(MARKS), markedAt: z.iso.datetime({ offset: true }).optional() })).min(1).max(1000);
const answer = z.object({
  marks: z.array(z.object({ markId: z.uuid(), answer: z.enum(["kept", "activities.registration_not_found"]) })),
  now: z.array(z.object({ registrationId: z.uuid(), state: z.enum(["present", "late", "absent", "excused", "walk_in"]).nullable() })),
});

const attendance = guarded(needs("activities.manage"), {
  method: "post", path: "/activity-sessions/{sessionId}/attendance", tags: ["activities"], summary: "Note who came, one or many; a mark sent twice counts once, the latest tap counts",
  request: { params: z.object({ sessionId: z.uuid() }), body: jsonBody(z.object({ marks })) },
  responses: { 200: json(answer, "What became of each mark, and where those marked stand now"), 404: problem("No such session"), 409: problem("Cancelled, or not its day yet") },
});

/** The endpoint of activities: attendance in batches, for phones that were without network. */
export const api = createApi().openapi(attendance, async (c) => {
  const answered = await takeAttendance(apiSession(c), { sessionId: c.req.valid("param").sessionId, marks: c.req.valid("json").marks });
  return c.json({ marks: [...answered.marks], now: [...answered.now] }, 200);
});
