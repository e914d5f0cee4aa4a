import { findOrganization } from "#identity/index.ts";
import { groupPaper } from "#groups/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import { partOf, type Format, type GroupForm } from "../model/forms.ts";
import { factsOf } from "./gather-facts.ts";
import { makeFile, type Made } from "./make-document.ts";

export interface MakeOfGroup {
  readonly groupId: string;
  readonly form: GroupForm;
  readonly format: Format;
  /** The session or the member it is about; null for one to be filled in by hand. */
  readonly aboutId: string | null;
}

/** Makes a document for whoever stands near the group: of all of it, of one session or of one member. */
export async function makeGroupDocument(session: Session, { groupId, form, format, aboutId }: MakeOfGroup): Promise<Made> {
  const part = partOf(form);
  const about = part === "group" ? null : aboutId;
  const paper = await groupPaper(session, groupId, part, about);
  if (paper.withheld) throw new Refusal("forbidden", "document.withheld");
  const organization = await session.read((tx) => findOrganization(tx, session.actor.orgId));
  return makeFile(session, {
    form, format, facts: factsOf(session, organization, [paper]), name: paper.name, short: paper.session === null ? "" : String(paper.session),
    of: { caseId: null, groupId, aboutId: about, personId: paper.personId },
    subject: paper.personId === null ? { subjectKind: "group", subjectId: groupId, details: {} } : { subjectKind: "person", subjectId: paper.personId, details: { groupId } },
  });
}
