import { findAccount } from "../../store/accounts.ts";
import { countRecoveryCodes, selectPasskeys, type PasskeyRow } from "../../store/factors.ts";
import type { Ground } from "../ground.ts";
import type { Visitor } from "../sessions/find-visitor.ts";

/** How somebody can prove who they are, beside the password. */
export interface Factors {
  readonly totpSince: string | null;
  readonly passkeys: readonly PasskeyRow[];
  readonly recoveryCodesLeft: number;
}

/** The visitor's own second factors. */
export async function listFactors({ db }: Ground, { accountId }: Visitor): Promise<Factors> {
  const [account, passkeys, recoveryCodesLeft] = await Promise.all([findAccount(db, accountId), selectPasskeys(db, accountId), countRecoveryCodes(db, accountId)]);
  return {
    totpSince: account?.totpConfirmedAt ?? null, recoveryCodesLeft,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
  };
}
