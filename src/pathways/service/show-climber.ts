import { memberNames } from "#identity/index.ts";
import type { PersonCard } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { agreementOf, decideBegin, neededFor, type Agreement, type Needed } from "../model/change-of-side.ts";
import { askAgainOn, stateOf, type InvitationState } from "../model/invitation.ts";
import { pathOn, type PathVersion } from "../model/path.ts";
import { ASKED, heightOf, type AskedStep, type Step } from "../model/steps.ts";
import { standsOf, type StandBySource } from "../store/days.ts";
import { episodesOf, type EpisodeRow } from "../store/episodes.ts";
import { eventsOf, invitationsOf, type EventRow, type InvitationRow } from "../store/invitations.ts";
import { pathVersions } from "../store/paths.ts";
import { openClimber, standingOf } from "./side.ts";

export interface ShownInvitation extends InvitationRow {
  readonly events: readonly EventRow[];
  readonly state: InvitationState;
  /** Who must agree, what they said; a worker's name only for those who do casework. */
  readonly needed: readonly (Needed & { readonly said: Agreement; readonly name: string | null; readonly mine: boolean })[];
  /** Why it cannot begin yet; null: it can. */
  readonly hindered: string | null;
}

export interface ShownClimber {
  readonly person: PersonCard;
  readonly stands: readonly StandBySource[];
  readonly height: Step | null;
  readonly next: AskedStep | null;
  /** Before this day nobody asks again. */
  readonly askAgainOn: string | null;
  readonly path: PathVersion;
  readonly served: boolean;
  readonly invitations: readonly ShownInvitation[];
  readonly episodes: readonly EpisodeRow[];
}

/** One person's way: what is known of each step, what the next one needs, who was asked what and must agree. Reading it is noted. */
export async function showClimber(session: Session, personId: string): Promise<ShownClimber> {
  const { actor, today, now } = session;
  return session.write("pathways.show", { personId, at: now.toISOString() }, async (tx) => {
    const opened = await openClimber(session, tx, personId);
    const { card, records } = opened;
    const stands = await standsOf(tx, actor.orgId, card.id, today);
    const path = pathOn(await pathVersions(tx, actor.orgId), today);
    const standing = await standingOf(session, tx, opened);
    const invitations = (await invitationsOf(tx, actor.orgId, [card.id])).toSorted((a, b) => b.askedOn.localeCompare(a.askedOn) || heightOf(b.step) - heightOf(a.step));
    const events = await eventsOf(tx, actor.orgId, invitations.map(({ id }) => id));
    const names = actor.capabilities.has("cases.work") ? await memberNames(tx, actor.orgId, standing.workers) : new Map<string, string>();
    const shown = invitations.map((row): ShownInvitation => {
      const said = events.get(row.id) ?? [];
      const decision = decideBegin({ step: row.step, invitedBy: row.byAccount, events: said, standing });
      const needed = neededFor(standing).map((one) => ({ ...one, said: agreementOf(said, one), name: one.account === null ? null : names.get(one.account) ?? null, mine: mayAnswer(session, one, row) }));
      return { ...row, events: said, state: stateOf(said), needed, hindered: decision.allowed ? null : decision.reason };
    });
    const height = stands.map(({ step }) => step).sort((a, b) => heightOf(b) - heightOf(a))[0] ?? null;
    const next = ASKED.find((step) => height === null || heightOf(step) > heightOf(height)) ?? null;
    await recordAudit(tx, actor, { action: "pathway.read", subjectKind: "person", subjectId: card.id });
    return {
      person: card, stands, height, next, path, served: standing.workers.length > 0 || standing.befriended, invitations: shown, episodes: await episodesOf(tx, actor.orgId, records),
      askAgainOn: next === null ? null : askAgainOn(shown, next, path.content.askAgainDays),
    };
  });
}

function mayAnswer({ actor }: Session, { party, account }: Needed, { byAccount }: InvitationRow): boolean {
  if (party === "worker") return account === actor.accountId;
  if (party === "supervisor") return actor.capabilities.has("cases.supervise") && byAccount !== actor.accountId;
  return true;
}
