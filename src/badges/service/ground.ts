import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { helpersComing } from "#activities/index.ts";
import { membersOfTeams } from "#teams/index.ts";
import { servingIn } from "#volunteering/index.ts";
import { badgeState, type BadgeState, type Role, type Source, SOURCES, stillIs } from "../model/badge.ts";
import type { BadgeRow } from "../store/badges.ts";

/** Whoever keeps volunteers prints their badges; names are shown, so the second factor is asked for. */
const MANAGE = "volunteers.manage";

export function requireManage({ actor }: Pick<Session, "actor">): void {
  if (!actor.capabilities.has(MANAGE)) throw new Refusal("forbidden", "access.not_allowed");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

/** Who serves in some programmes, teams or activities on a day, each in what part; of some persons, or of all. */
export async function rolesIn(tx: Tx, orgId: string, source: Source, ids: readonly string[], persons: readonly string[] | null, on: string): Promise<ReadonlyMap<string, ReadonlyMap<string, Role>>> {
  if (ids.length === 0) return new Map();
  const all = (of: ReadonlySet<string>, role: Role) => new Map([...of].map((personId) => [personId, role]));
  if (source === "team") return membersOfTeams(tx, orgId, ids);
  if (source === "programme") return new Map([...await servingIn(tx, orgId, ids, persons, on)].map(([id, of]) => [id, all(of, "volunteer")]));
  return new Map([...await helpersComing(tx, orgId, on, ids)].map(([id, of]) => [id, all(of.persons, "helper")]));
}

interface Of { readonly source: Source; readonly sourceId: string; readonly personId: string; readonly role: Role }

/** Which of these serve on a day as their badge says: may meet somebody in the programme, belong to the team in that part, help at the activity. One question a source, however many badges. */
export async function servingOf(tx: Tx, orgId: string, of: readonly Of[], on: string): Promise<(one: Of) => boolean> {
  const identities = await identitiesOf(tx, orgId, of.map(({ personId }) => personId));
  const persons = [...new Set([...identities.values()].map(([standing]) => standing!))];
  const roles = new Map<Source, Awaited<ReturnType<typeof rolesIn>>>();
  for (const source of SOURCES) roles.set(source, await rolesIn(tx, orgId, source, [...new Set(of.filter((one) => one.source === source).map(({ sourceId }) => sourceId))], persons, on));
  return ({ source, sourceId, personId, role }) => stillIs(role, roles.get(source)?.get(sourceId)?.get(identities.get(personId)?.[0] ?? personId));
}

export interface Badge extends BadgeRow { readonly name: string; readonly state: BadgeState }

/** Badges with who carries them and how they stand on a day. */
export async function namedBadges(tx: Tx, orgId: string, rows: readonly BadgeRow[], on: string): Promise<Badge[]> {
  const serving = await servingOf(tx, orgId, rows, on);
  const cards = await personCards(tx, orgId, rows.map(({ personId }) => personId));
  return rows.map((row) => ({ ...row, name: cards.get(row.personId)?.name ?? "", state: badgeState(row, serving(row), on) }));
}
