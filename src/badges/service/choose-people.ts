import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { listTeams, membersOfTeams, teamNames } from "#teams/index.ts";
import { listProgrammes, programmeNames, servingIn } from "#volunteering/index.ts";
import type { Source } from "../model/badge.ts";
import { requireManage } from "./ground.ts";

export interface Candidates {
  readonly name: string;
  /** Who serves there today, by name. */
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

/** Programmes and teams whose people may carry a badge; teams for whoever may see teams. */
export async function sourceChoices(session: Session): Promise<{ source: Source; id: string; name: string }[]> {
  requireManage(session);
  const programmes = await listProgrammes(session);
  const teams = session.actor.capabilities.has("teams.work") ? (await listTeams(session)).rows : [];
  return [...programmes.map(({ id, name }) => ({ source: "programme" as const, id, name })), ...teams.map(({ id, name }) => ({ source: "team" as const, id, name }))];
}

/** Who may be given a badge of a programme or team today. */
export async function choosePeople(session: Session, of: { readonly source: Source; readonly id: string }): Promise<Candidates> {
  requireManage(session);
  return session.read((tx) => candidatesOf(tx, session, of));
}

export async function candidatesOf(tx: Tx, { actor: { orgId, capabilities }, today }: Session, { source, id }: { readonly source: Source; readonly id: string }): Promise<Candidates> {
  if (source === "team" && !capabilities.has("teams.work")) throw new Refusal("not_found", "badges.source_not_found");
  const name = source === "programme" ? (await programmeNames(tx, orgId)).get(id) : (await teamNames(tx, orgId)).get(id);
  if (name === undefined) throw new Refusal("not_found", "badges.source_not_found");
  const ids = [...(source === "programme" ? await servingIn(tx, orgId, [id], null, today) : await membersOfTeams(tx, orgId, [id])).get(id) ?? []];
  const cards = await personCards(tx, orgId, ids);
  return { name, people: ids.flatMap((personId) => { const card = cards.get(personId); return card ? [{ personId, name: card.name }] : []; }).sort((a, b) => a.name.localeCompare(b.name, "zh")) };
}
