import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { TeamState } from "../model/forms.ts";
import * as store from "../store/teams.ts";
import { isStaff, ownTeams, requireOwn } from "./ground.ts";

export interface TeamsPage extends Page<store.TeamLine> {
  /** Whether the reader founds teams and sees all. */
  readonly staff: boolean;
  /** The reader's own teams. */
  readonly own: readonly { readonly teamId: string; readonly name: string }[];
}

/** All teams for workers, without those that are closed unless they are asked for; for a member their own. */
export async function listTeams(session: Session, { q, state, after }: { q?: string; state?: TeamState; after?: string | null } = {}): Promise<TeamsPage> {
  requireOwn(session);
  const { orgId } = session.actor;
  return session.read(async (tx) => {
    const staff = isStaff(session);
    const own = (await ownTeams(session, tx)).map(({ teamId, name }) => ({ teamId, name }));
    const page = staff ? await store.listTeams(tx, orgId, { ...(q && { q }), ...(state && { state }), after: after ?? null }) : { rows: [], next: null };
    return { ...page, staff, own };
  });
}
