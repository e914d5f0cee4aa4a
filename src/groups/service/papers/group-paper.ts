import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { PaperFacts } from "#platform/print/paper.ts";
import { loadGroup } from "../show-group.ts";
import { paperOfGroup } from "./paper-of-group.ts";
import { paperOfMember, paperOfSession } from "./paper-of-part.ts";

export interface GroupPaper extends PaperFacts {
  readonly name: string;
  /** Which session it is about; null for the whole group, a member, or a form to be filled in by hand. */
  readonly session: number | null;
  /** Whom it is about; null for the whole group and for a session. */
  readonly personId: string | null;
  /** Whether it is about somebody who lets no data be kept. */
  readonly withheld: boolean;
}

/** A group, one of its sessions or one of its members as standard forms write them, for whoever stands near the group; noted as taken out. */
export async function groupPaper(session: Session, groupId: string, part: "group" | "session" | "member", partId: string | null): Promise<GroupPaper> {
  const { actor, now, today } = session;
  return session.write("groups.paper", { groupId, part, partId, at: now.toISOString() }, async (tx) => {
    const loaded = await loadGroup(session, tx, groupId);
    const about = part === "session" && partId ? loaded.sessions.find(({ id }) => id === partId) : undefined;
    if (part === "session" && partId && !about) throw new Refusal("not_found", "groups.session_not_found");
    const member = part === "member" && partId ? loaded.members.find(({ id }) => id === partId) : undefined;
    if (part === "member" && partId && !member) throw new Refusal("not_found", "groups.member_not_found");
    const papers = [paperOfGroup(loaded), ...(part === "session" ? [paperOfSession(loaded, about, today)] : []), ...(member ? [paperOfMember(loaded, member)] : [])];
    await recordAudit(tx, actor, member ? { action: "group.printed", subjectKind: "person", subjectId: member.personId, details: { groupId } } : { action: "group.printed", subjectKind: "group", subjectId: groupId, details: { part, number: about?.number ?? null } });
    return {
      name: loaded.group.name, session: about?.number ?? null, personId: member?.personId ?? null, withheld: member?.blank ?? false,
      fields: Object.assign({}, ...papers.map(({ fields }) => fields)), lists: Object.assign({}, ...papers.map(({ lists }) => lists)),
    };
  });
}
