import { z } from "@hono/zod-openapi";
import { needs } from "#platform/access/policy.ts";
import { apiSession, createApi, guarded, json, jsonBody, problem } from "#platform/http/api.ts";
import { Mode, Outcome } from "../model/round/outcome.ts";
import { AttemptInput, NewRound, RoundId } from "../model/round/round.ts";
import { Criteria } from "../model/segment/criteria.ts";
import { logAttempt } from "../service/members/log-attempt.ts";
import { countRoundProgress } from "../service/rounds/count-round-progress.ts";
import { createRound } from "../service/rounds/create-round.ts";
import { listRounds } from "../service/rounds/list-rounds.ts";
import { countSegment } from "../service/segments/count-segment.ts";
import { findSegment } from "../service/segments/find-segment.ts";
import { listSegments } from "../service/segments/list-segments.ts";

const Day = z.iso.date();
const Count = z.number().int();
const Segment = z.object({ id: z.uuid(), name: z.string(), criteria: Criteria, persons: Count, version: z.number().int() }).openapi("Segment");
const Place = z.object({ id: z.string().openapi({ description: "A community's id, or `none`" }), name: z.string().nullable(), count: Count, lanes: z.array(z.object({ id: z.uuid(), name: z.string(), count: Count })) });
const Progress = z.object({ members: Count, reached: Count, refused: Count, moved: Count, deceased: Count, notReached: Count, open: Count, overdue: Count, unassigned: Count, attempts: Count }).openapi("RoundProgress");
const Round = z.object({ id: z.uuid(), name: z.string(), mode: Mode, agesOn: Day, opensOn: Day, dueOn: Day, closedOn: Day.nullable(), version: z.number().int() }).openapi("Round");
const RoundParams = z.object({ roundId: RoundId });

const segments = guarded(needs("outreach.work"), {
  method: "get", path: "/segments", tags: ["outreach"], summary: "The saved segments, each counted as the register stands now",
  responses: { 200: json(z.object({ rows: z.array(Segment) }), "By name") },
});

const segmentCount = guarded(needs("outreach.work"), {
  method: "get", path: "/segments/{segmentId}/count", tags: ["outreach"], summary: "How many a segment holds, by community and lane",
  request: { params: z.object({ segmentId: z.uuid() }) },
  responses: { 200: json(z.object({ persons: Count, agesOn: Day, places: z.array(Place) }), "The figures, with the day ages were counted on"), 404: problem("No such segment") },
});

const rounds = guarded(needs("outreach.work"), {
  method: "get", path: "/outreach/rounds", tags: ["outreach"], summary: "Outreach rounds, newest first",
  request: { query: z.object({ after: z.string().optional() }) },
  responses: { 200: json(z.object({ rows: z.array(Round.extend({ progress: Progress })), next: z.string().nullable() }), "One page") },
});

const create = guarded(needs("outreach.manage"), {
  method: "post", path: "/outreach/rounds", tags: ["outreach"], summary: "Begin a round with the people of a segment",
  request: { body: jsonBody(NewRound) },
  responses: { 201: json(z.object({ id: z.uuid(), members: Count }), "It is under way"), 404: problem("No such segment"), 409: problem("Nobody can be asked") },
});

const progress = guarded(needs("outreach.work"), {
  method: "get", path: "/outreach/rounds/{roundId}", tags: ["outreach"], summary: "How far a round has come, in all, by place and by worker",
  request: { params: RoundParams },
  responses: {
    200: json(z.object({ round: Round, progress: Progress, members: z.array(Place), toReach: z.array(Place), workers: z.array(Progress.extend({ workerId: z.uuid().nullable(), workerName: z.string().nullable() })) }), "The figures"),
    404: problem("No such round"),
  },
});

const attempt = guarded(needs("outreach.work"), {
  method: "post", path: "/outreach/rounds/{roundId}/attempts", tags: ["outreach"], summary: "Log an attempt to reach somebody",
  request: { params: RoundParams, body: jsonBody(AttemptInput.omit({ roundId: true })) },
  responses: {
    201: json(z.object({ attemptId: z.uuid(), attemptCount: Count, lastOutcome: Outcome.nullable(), reachedOn: Day.nullable(), nextDueOn: Day.nullable(), endedAs: z.string().nullable() }), "Where the person stands now"),
    404: problem("Not in this round, or not yours"), 409: problem("Not any more, e.g. after a refusal for good"),
  },
});

export const api = createApi()
  .openapi(segments, async (c) => c.json({ rows: (await listSegments(apiSession(c))).map((one) => Segment.parse(one)) }, 200))
  .openapi(segmentCount, async (c) => {
    const session = apiSession(c);
    const { criteria } = await findSegment(session, c.req.valid("param").segmentId);
    const { persons, agesOn, places } = await countSegment(session, criteria);
    return c.json({ persons, agesOn, places: places.map((place) => Place.parse(place)) }, 200);
  })
  .openapi(rounds, async (c) => {
    const { rows, next } = await listRounds(apiSession(c), { after: c.req.valid("query").after ?? null });
    return c.json({ rows: rows.map((row) => Round.extend({ progress: Progress }).parse(row)), next }, 200);
  })
  .openapi(create, async (c) => c.json(await createRound(apiSession(c), c.req.valid("json")), 201))
  .openapi(progress, async (c) => {
    const found = await countRoundProgress(apiSession(c), c.req.valid("param").roundId);
    const places = (list: typeof found.members) => list.map((place) => Place.parse(place));
    const workers = found.workers.map((worker) => Progress.extend({ workerId: z.uuid().nullable(), workerName: z.string().nullable() }).parse(worker));
    return c.json({ round: Round.parse(found.round), progress: Progress.parse(found.progress), members: places(found.members), toReach: places(found.toReach), workers }, 200);
  })
  .openapi(attempt, async (c) => {
    const { attemptId, attemptCount, lastOutcome, reachedOn, nextDueOn, endedAs } = await logAttempt(apiSession(c), { ...c.req.valid("json"), roundId: c.req.valid("param").roundId });
    return c.json({ attemptId, attemptCount, lastOutcome, reachedOn, nextDueOn, endedAs }, 201);
  });
