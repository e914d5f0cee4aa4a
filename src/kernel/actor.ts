import type { AccountId, OrgId, PersonId } from "./ids.ts";

/** Who acts, for which organisation, and what they may do. Read anew on every request. */
export interface Actor {
  readonly accountId: AccountId;
  readonly orgId: OrgId;
  /** The name shown beside what they did. */
  readonly name: string;
  /** The role's key acted in (社工、督导 …), kept in the audit trail. */
  readonly role: string;
  /** What the role allows, e.g. `people.read`. A capability, not a title. */
  readonly capabilities: ReadonlySet<string>;
  /** The person record of this account in this organisation, e.g. a volunteer's; null for staff. */
  readonly personId: PersonId | null;
  /** True when this session was opened with a second factor. */
  readonly strong: boolean;
}
