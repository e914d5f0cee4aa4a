import { helpersComing } from "#activities/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { listTeams, teamNames } from "#teams/index.ts";
import { listProgrammes, programmeNames } from "#volunteering/index.ts";
import type { Role, Source } from "../model/badge.ts";
import { requireManage, rolesIn } from "./ground.ts";

export interface Candidate { readonly personId: string; readonly name: string; readonly role: Role }

export interface Candidates {
  readonly name: string;
  /** Who serves there today, by name. */
  readonly people: readonly Candidate[];
}

/** What somebody must be able to see besides, to print for it. */
const NEEDED: Readonly<Record<Source, string | null>> = { programme: null, team: "teams.work", activity: "activities.read" };

const maySee = ({ actor: { capabilities } }: Pick<Session, "actor">, source: Source): boolean => NEEDED[source] === null || capabilities.has(NEEDED[source]);

/** Programmes, teams and activities to come whose people may carry a badge; teams and activities for whoever may see them. */
export async function sourceChoices(session: Session): Promise<{ source: Source; id: string; name: string }[]> {
  requireManage(session);
  const programmes = await listProgrammes(session);
  const teams = maySee(session, "team") ? (await listTeams(session)).rows : [];
  const helped = maySee(session, "activity") ? await session.read((tx) => helpersComing(tx, session.actor.orgId, session.today)) : new Map<string, { name: string }>();
  const of = (source: Source) => ({ id, name }: { id: string; name: string }) => ({ source, id, name });
  return [...programmes.map(of("programme")), ...teams.map(of("team")), ...[...helped].map(([id, { name }]) => of("activity")({ id, name }))];
}

/** Who may be given a badge of a programme, team or activity today. */
export async function choosePeople(session: Session, of: { readonly source: Source; readonly id: string }): Promise<Candidates> {
  requireManage(session);
  return session.read((tx) => candidatesOf(tx, session, of));
}

export async function candidatesOf(tx: Tx, session: Session, { source, id }: { readonly source: Source; readonly id: string }): Promise<Candidates> {
  const { actor: { orgId }, today } = session;
  const name = maySee(session, source) ? await nameOf(tx, orgId, source, id, today) : undefined;
  if (name === undefined) throw new Refusal("not_found", "badges.source_not_found");
  const roles = (await rolesIn(tx, orgId, source, [id], null, today)).get(id) ?? new Map<string, Role>();
  const cards = await personCards(tx, orgId, [...roles.keys()]);
  return { name, people: [...roles].flatMap(([personId, role]) => { const card = cards.get(personId); return card ? [{ personId, name: card.name, role }] : []; }).sort((a, b) => a.name.localeCompare(b.name, "zh")) };
}

async function nameOf(tx: Tx, orgId: string, source: Source, id: string, today: string): Promise<string | undefined> {
  if (source === "activity") return (await helpersComing(tx, orgId, today, [id])).get(id)?.name;
  return (source === "programme" ? await programmeNames(tx, orgId) : await teamNames(tx, orgId)).get(id);
}
