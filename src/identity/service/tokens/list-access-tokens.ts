import type { Session } from "../../../platform/db/session.ts";
import { selectAccessTokens } from "../../store/access-tokens.ts";

/** An access token as its owner sees it afterwards. */
export interface OwnAccessToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

/** One's own access tokens in this organisation. */
export async function listAccessTokens({ actor, now, read }: Session): Promise<OwnAccessToken[]> {
  return read((tx) => selectAccessTokens(tx, actor.orgId, actor.accountId, now.toISOString()));
}
