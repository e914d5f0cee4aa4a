import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { membersOfTeams } from "#teams/index.ts";
import { servingIn } from "#volunteering/index.ts";
import { badgeState, type BadgeState, type Source } from "../model/badge.ts";
import type { BadgeRow } from "../store/badges.ts";

/** Whoever keeps volunteers prints their badges; names are shown, so the second factor is asked for. */
const MANAGE = "volunteers.manage";

export function requireManage({ actor }: Pick<Session, "actor">): void {
  if (!actor.capabilities.has(MANAGE)) throw new Refusal("forbidden", "access.not_allowed");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

interface Of { readonly source: Source; readonly sourceId: string; readonly personId: string }

/** Which of these serve on a day where their badge says: may meet somebody in the programme, or belong to the team. Two questions, however many badges. */
export async function servingOf(tx: Tx, orgId: string, of: readonly Of[], on: string): Promise<(one: Of) => boolean> {
  const idsOf = (source: Source) => [...new Set(of.filter((one) => one.source === source).map(({ sourceId }) => sourceId))];
  const identities = await identitiesOf(tx, orgId, of.map(({ personId }) => personId));
  const persons = [...new Set([...identities.values()].map(([standing]) => standing!))];
  const programmes = await servingIn(tx, orgId, idsOf("programme"), persons, on);
  const teams = await membersOfTeams(tx, orgId, idsOf("team"));
  return ({ source, sourceId, personId }) => {
    const standing = identities.get(personId)?.[0];
    return standing !== undefined && ((source === "programme" ? programmes : teams).get(sourceId)?.has(standing) ?? false);
  };
}

export interface Badge extends BadgeRow { readonly name: string; readonly state: BadgeState }

/** Badges with who carries them and how they stand on a day. */
export async function namedBadges(tx: Tx, orgId: string, rows: readonly BadgeRow[], on: string): Promise<Badge[]> {
  const serving = await servingOf(tx, orgId, rows, on);
  const cards = await personCards(tx, orgId, rows.map(({ personId }) => personId));
  return rows.map((row) => ({ ...row, name: cards.get(row.personId)?.name ?? "", state: badgeState(row, serving(row), on) }));
}
