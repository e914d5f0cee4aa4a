import { personCards } from "#people/index.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { joinedTo, type Reach } from "../model/plan-reach.ts";
import { REASONS, type Reason, type State } from "../model/terms.ts";
import type { MessageRow } from "../store/messages.ts";
import { countStates, listRecipients, type StateCount } from "../store/recipients.ts";
import { peopleOf } from "./audience.ts";
import { gatherReach, type Gathered } from "./gather-reach.ts";
import { noteRead, readMessage, requireSend } from "./ground.ts";

/** Names shown of one group before a message is let go; the figures are of everybody. */
const MOST_NAMES = 100;

/** One person of a message, as the desk sees them: no number, no address. */
export interface Receiver {
  readonly personId: string;
  readonly name: string;
  readonly reachedBy: "app" | "text" | "none";
  readonly guardian: boolean;
  readonly joined: boolean;
  readonly state: State | "planned";
  readonly reason: string | null;
  readonly channel: string | null;
  readonly attemptedAt: string | null;
}

/** What would come of it if it were let go now. */
export interface Preview {
  readonly people: number;
  readonly app: number;
  readonly texts: number;
  /** People behind a telephone or account that gets it for another already. */
  readonly joined: number;
  readonly guardians: number;
  readonly leftOut: readonly { readonly reason: Reason; readonly count: number }[];
}

export interface ShownMessage {
  readonly message: MessageRow;
  readonly preview: Preview | null;
  readonly counts: readonly StateCount[];
  /** The group that was opened, by its key. */
  readonly receivers: Page<Receiver> | null;
}

/** A message with its preview while it is only written, and with what became of it afterwards; with `show`, the people of one group. */
export async function showMessage(session: Session, id: string, { show, after }: { show?: string | undefined; after?: string | null } = {}): Promise<ShownMessage> {
  requireSend(session);
  const { orgId } = session.actor;
  const shown = await session.read(async (tx): Promise<ShownMessage> => {
    const message = await readMessage(tx, orgId, id);
    if (message.leavesAt === null) {
      const gathered = await gatherReach(session, tx, message.kind, await peopleOf(session, tx, message.audience));
      return { message, preview: previewOf(gathered.reaches), counts: [], receivers: show ? plannedOf(gathered, show) : null };
    }
    const counts = await countStates(tx, orgId, id);
    if (!show) return { message, preview: null, counts, receivers: null };
    const wanted = (REASONS as readonly string[]).includes(show) ? { reason: show } : { state: show as State };
    const { rows, next } = await listRecipients(tx, orgId, id, { ...wanted, after: after ?? null });
    const cards = await personCards(tx, orgId, rows.map(({ personId }) => personId));
    return { message, preview: null, counts, receivers: { next, rows: rows.map((row) => ({ ...row, name: cards.get(row.personId)?.name ?? "", joined: row.state === "joined" })) } };
  });
  if (show) await noteRead(session, "message.people_read", "message", id);
  return shown;
}

function previewOf(reaches: readonly Reach[]): Preview {
  const joined = joinedTo(reaches);
  const count = (test: (reach: Reach, index: number) => boolean) => reaches.filter(test).length;
  return {
    people: count(({ reachedBy }) => reachedBy !== "none"), app: count(({ reachedBy }, index) => reachedBy === "app" && joined[index] === null), texts: count(({ reachedBy }, index) => reachedBy === "text" && joined[index] === null),
    joined: count((_, index) => joined[index] !== null), guardians: count(({ guardian }) => guardian),
    leftOut: REASONS.map((reason) => ({ reason, count: count((reach) => reach.reason === reason) })).filter((one) => one.count > 0),
  };
}

function plannedOf({ reaches, cards }: Gathered, show: string): Page<Receiver> {
  const joined = joinedTo(reaches);
  const rows = reaches.map((reach, index): Receiver => ({
    personId: reach.personId, name: cards.get(reach.personId)!.name, reachedBy: reach.reachedBy, guardian: reach.guardian, joined: joined[index] !== null,
    state: "planned", reason: reach.reason, channel: null, attemptedAt: null,
  }));
  const fits = (row: Receiver) => row.reason === show || (show === "joined" ? row.joined : show === "guardian" ? row.guardian : row.reachedBy === show && !row.joined);
  return { rows: rows.filter(fits).slice(0, MOST_NAMES), next: null };
}
