import { z } from "@hono/zod-openapi";
import { needs } from "#platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "#platform/http/api.ts";
import { FACES } from "../model/faces.ts";
import { MARKS } from "../model/terms.ts";
import { takeAttendance } from "../service/attendance/take-attendance.ts";
import { pressFace } from "../service/faces/press-face.ts";
import { undoFace } from "../service/faces/undo-face.ts";

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

const faces = guarded(needs("activities.manage"), {
  method: "post", path: "/activity-sessions/{sessionId}/faces", tags: ["activities"], summary: "A face pressed on the device that goes round after a session; sent twice it counts once, `undone` takes it back",
  request: { params: z.object({ sessionId: z.uuid() }), body: jsonBody(z.object({ answerId: z.uuid(), face: z.enum([...FACES, "undone"]) })) },
  responses: { 200: json(z.object({ answerId: z.uuid() }), "Kept, or taken back"), 404: problem("No such session, or no such answer to take back"), 409: problem("Cancelled, not begun, or as many answers as people were there") },
});

/** The endpoints of activities, for phones that were without network: attendance in batches, faces one by one. */
export const api = createApi().openapi(attendance, async (c) => {
  const answered = await takeAttendance(apiSession(c), { sessionId: c.req.valid("param").sessionId, marks: c.req.valid("json").marks });
  return c.json({ marks: [...answered.marks], now: [...answered.now] }, 200);
}).openapi(faces, async (c) => {
  const [{ sessionId }, { answerId, face }] = [c.req.valid("param"), c.req.valid("json")];
  return c.json(face === "undone" ? await undoFace(apiSession(c), sessionId, answerId) : await pressFace(apiSession(c), sessionId, { answerId, face }), 200);
});
