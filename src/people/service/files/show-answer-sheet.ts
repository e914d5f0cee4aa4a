import { Refusal } from "#kernel/refusal.ts";
import { findOrganization } from "#identity/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { listAudit, type AuditLine } from "#platform/audit/list.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { FileViewer } from "#platform/web/file-access.ts";
import type { ConsentState, Purpose } from "../../model/terms.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { readPerson } from "../../store/persons/persons.ts";
import { consentsInForce } from "../consents/consents-in-force.ts";
import { obligationsOf, type Obligation } from "../consents/list-obligations.ts";
import { noteRead } from "./note-read.ts";
import { personViewers } from "./person-access.ts";

/** So many of the latest openings stand on the sheet. */
const MOST = 200;

/** What a person is told about their own file (被查阅记录): who can see it and why, who has, what they agreed to, what is still to be done. */
export interface AnswerSheet {
  readonly personId: string;
  readonly name: string;
  readonly organization: { readonly name: string; readonly phone: string; readonly address: string };
  readonly viewers: readonly FileViewer[];
  readonly readings: readonly AuditLine[];
  readonly consents: Readonly<Partial<Record<Purpose, ConsentState>>>;
  readonly duties: readonly Pick<Obligation, "id" | "what" | "dueOn" | "state">[];
}

/** The sheet a worker hands over; that it was made is noted. */
export async function showAnswerSheet(session: Session, personId: string, language: Language): Promise<AnswerSheet> {
  requireCapability(session.actor, "people.write");
  const sheet = await sheetOf(session, personId, language);
  await noteRead(session, { action: "person.answer_given", subjectKind: "person", subjectId: sheet.personId });
  return sheet;
}

/** One's own sheet, for whoever has an account of their own that is tied to their file. */
export async function showOwnSheet(session: Session, language: Language): Promise<AnswerSheet> {
  const { personId } = session.actor;
  if (personId === null) throw new Refusal("not_found", "person.no_own_file");
  return sheetOf(session, personId, language);
}

async function sheetOf(session: Session, personId: string, language: Language): Promise<AnswerSheet> {
  const { actor, today } = session;
  const found = await session.read(async (tx) => {
    const ids = (await identitiesOf(tx, actor.orgId, [personId])).get(personId);
    const person = ids && await readPerson(tx, actor.orgId, ids[0]!);
    if (!person) throw new Refusal("not_found", "person.not_found");
    return { person, ...await recordsOf(session, tx, ids), consents: Object.fromEntries((await consentsInForce(tx, actor.orgId, [person.id], today)).get(person.id) ?? []) };
  });
  return {
    personId: found.person.id, name: found.person.name, organization: found.organization, consents: found.consents, duties: found.duties, readings: found.readings,
    viewers: await personViewers(session, found.person.id, language, { withheld: found.person.withheldOn !== null }),
  };
}

async function recordsOf(session: Session, tx: Tx, ids: readonly string[]) {
  const { actor } = session;
  const { name, phone, address } = (await findOrganization(tx, actor.orgId))!;
  const lines = await Promise.all(ids.map((subjectId) => listAudit(tx, actor, { subjectKind: "person", subjectId }, { limit: MOST })));
  return {
    organization: { name, phone, address }, readings: lines.flatMap(({ rows }) => rows).sort((a, b) => b.seq - a.seq).slice(0, MOST),
    duties: (await obligationsOf(session, tx, ids)).map(({ id, what, dueOn, state }) => ({ id, what, dueOn, state })),
  };
}
