import type { Session } from "#platform/db/session.ts";
import type { Cell } from "#platform/secrets/org-keys.ts";

/** Whose draft of which conversation. */
export interface DraftOf {
  readonly roundId: string;
  readonly personId: string;
}

/** The key of a worker's own draft. */
export const draftKey = ({ actor }: Session, { roundId, personId }: DraftOf) => ({ orgId: actor.orgId, roundId, personId, accountId: actor.accountId });

/** Where a draft is sealed; one of another worker or another resident does not open. */
export const draftCell = ({ actor }: Session, { roundId, personId }: DraftOf): Cell => ({ table: "outreach.interview_drafts", column: "sealed", row: `${roundId}/${personId}/${actor.accountId}` });
