import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { evaluate, memberLines, type Evaluation, type MemberLine } from "../model/change.ts";
import type { SessionMark } from "../model/forms.ts";
import { ratingsOf, type RatingRow } from "../store/members.ts";
import { logsOf, marksOf, sessionsOf, type LogRow, type SessionRow } from "../store/sessions.ts";
import { namedMembers, requireNear, type Member, type NearGroup } from "./near.ts";

export interface LoadedGroup extends NearGroup {
  readonly members: readonly Member[];
  readonly sessions: readonly (SessionRow & { readonly log: LogRow | null; readonly came: number })[];
  readonly marks: readonly (SessionMark & { readonly sessionId: string })[];
  readonly lines: readonly MemberLine[];
  readonly ratings: readonly RatingRow[];
  readonly evaluation: Evaluation;
  readonly later: Evaluation;
}

/** All that is known of a group, for whoever stands near it: what its page shows and its forms are filled from. The caller notes the reading. */
export async function loadGroup(session: Session, tx: Tx, groupId: string): Promise<LoadedGroup> {
  const { orgId } = session.actor;
  const near = await requireNear(session, tx, groupId);
  const members = await namedMembers(session, tx, groupId);
  const sessions = await sessionsOf(tx, orgId, groupId);
  const logs = await logsOf(tx, orgId, sessions.map(({ id }) => id));
  const marks = await marksOf(tx, orgId, logs);
  const numbers = new Map(sessions.map(({ id, number }) => [id, number]));
  const ratings = await ratingsOf(tx, orgId, members.map(({ id }) => id));
  return {
    ...near, members, marks, ratings, evaluation: evaluate(ratings), later: evaluate(ratings, "later"),
    lines: memberLines(members.map(({ id }) => id), marks.map(({ sessionId, memberId, state, takingPart }) => ({ memberId, state, takingPart, session: numbers.get(sessionId)! }))),
    sessions: sessions.map((one) => ({ ...one, log: logs.find(({ sessionId }) => sessionId === one.id) ?? null, came: marks.filter(({ sessionId, state }) => sessionId === one.id && (state === "present" || state === "late")).length })),
  };
}

export interface ShownGroup extends Omit<LoadedGroup, "lines" | "marks"> {
  readonly lines: readonly (Omit<MemberLine, "bySession"> & { readonly cells: readonly { readonly session: number; readonly state: string; readonly takingPart: number | null }[] })[];
}

/** A whole group: its life, members, sessions, each member over the sessions, before and after. Reading it is noted, and taking it out. */
export async function showGroup(session: Session, groupId: string, { exported = false }: { exported?: boolean } = {}): Promise<ShownGroup> {
  const { actor, now } = session;
  return session.write("groups.show", { groupId, at: now.toISOString() }, async (tx) => {
    const { lines, marks: _, ...loaded } = await loadGroup(session, tx, groupId);
    await recordAudit(tx, actor, { action: exported ? "group.exported" : "group.read", subjectKind: "group", subjectId: groupId, details: { members: loaded.members.length } });
    return { ...loaded, lines: lines.map(({ bySession, ...line }) => ({ ...line, cells: [...bySession.values()].map(({ session: number, state, takingPart }) => ({ session: number, state, takingPart })) })) };
  });
}
