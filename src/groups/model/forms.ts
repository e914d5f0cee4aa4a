import { z } from "zod";
import { CAPACITIES, DYNAMICS, KINDS, LEAVING, MARKS, MOMENTS, PARTS, STAGES } from "./terms.ts";

const words = (most: number) => z.string().trim().max(most).default("");
const several = <S extends z.ZodType>(item: S) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** A group as it is planned (小组计划书). */
export const NewGroup = z.object({
  name: z.string().trim().min(1).max(80), kind: z.enum(KINDS), aim: z.string().trim().min(1).max(1000), forWhom: words(500), recruiting: words(500), placeWords: words(120),
  mostMembers: z.coerce.number().int().min(2).max(60), sessionsPlanned: z.coerce.number().int().min(1).max(60), begunOn: z.iso.date(),
});
export type NewGroup = z.output<typeof NewGroup>;

/** A step in the life of a group. */
export const GroupStep = z.object({
  kind: z.enum(["stage", "closed", "followed_up", "reopened"]), stage: z.enum(STAGES).optional(), followUpOn: z.iso.date().optional(), words: words(2000),
});
export type GroupStep = z.output<typeof GroupStep>;

export const NewMember = z.object({ personId: z.uuid(), joinedOn: z.iso.date(), why: words(500) });
export type NewMember = z.output<typeof NewMember>;

/** What becomes of a membership. */
export const MemberStep = z.object({
  kind: z.enum(["consented", "consent_refused", "consent_withdrawn", "part", "left"]),
  part: z.enum(PARTS).optional(), capacity: z.enum(CAPACITIES).optional(), reason: z.enum(LEAVING).optional(), onDay: z.iso.date().optional(), words: words(1000),
});
export type MemberStep = z.output<typeof MemberStep>;

export const SessionPlan = z.object({ number: z.coerce.number().int().min(1).max(60), onDay: z.iso.date(), minutes: z.coerce.number().int().min(5).max(480), aim: z.string().trim().min(1).max(500), plan: words(4000), prepare: words(1000) });
export type SessionPlan = z.output<typeof SessionPlan>;

export const SessionMark = z.object({ memberId: z.uuid(), state: z.enum(MARKS), takingPart: z.number().int().min(1).max(5).nullable(), seen: words(1000) });
export type SessionMark = z.output<typeof SessionMark>;

/** What happened in a session; `revision` is the one that was read, 0 for the first. */
export const SessionLog = z.object({
  revision: z.coerce.number().int().min(0), heldOn: z.iso.date(), happened: z.string().trim().min(1).max(6000), dynamics: several(z.enum(DYNAMICS)), workerPart: words(3000), nextWords: words(2000),
});
export type SessionLog = z.output<typeof SessionLog>;

/** The marks of a log as its form sends them: `state.<member>`, `part.<member>`, `seen.<member>`. Nobody marked is left out. */
export function readMarks(values: Iterable<readonly [string, unknown]>): SessionMark[] {
  const fields = new Map([...values].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  return [...fields].flatMap(([name, state]) => {
    const memberId = /^state\.(.+)$/.exec(name)?.[1];
    if (!memberId || state === "") return [];
    const came = state === "present" || state === "late";
    const part = Number(fields.get(`part.${memberId}`) ?? "");
    return [SessionMark.parse({ memberId, state, takingPart: came && part > 0 ? part : null, seen: fields.get(`seen.${memberId}`) ?? "" })];
  });
}

export const NewRating = z.object({ memberId: z.uuid(), moment: z.enum(MOMENTS), value: z.coerce.number().int().min(0).max(10), ratingWords: words(500) });
export type NewRating = z.output<typeof NewRating>;

export const GroupFilter = z.object({
  stage: z.enum([...STAGES, "closed"]).optional().catch(undefined), kind: z.enum(KINDS).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
});
export type GroupFilter = z.output<typeof GroupFilter>;
export const readFilter = (params: URLSearchParams): GroupFilter => GroupFilter.parse(Object.fromEntries([...params].filter(([, value]) => value !== "")));
