import { verify } from "otplib";
import type { Db } from "../../../platform/db/connect.ts";
import { findAccount, takeTotpStep } from "../../store/accounts.ts";
import { installationKeys, type Ground } from "../ground.ts";

/** Clocks of phones are off by some seconds: the step before and after count too. */
const TOLERANCE_SECONDS = 30;

/** Where the sealed secret of an account lives. */
export const totpCell = (accountId: string) => ({ table: "identity.accounts", column: "totp_secret", row: accountId });

/** True when the six digits fit and were not used before. `confirmed` asks for a factor that is in use, else for one being set up. */
export async function checkTotp({ masterKey, now }: Ground, db: Db, accountId: string, text: string, { confirmed }: { confirmed: boolean }): Promise<boolean> {
  const token = text.normalize("NFKC").replaceAll(/\s/g, "");
  const account = await findAccount(db, accountId);
  if (!account?.totpSecret || (account.totpConfirmedAt !== null) !== confirmed || !/^\d{6}$/.test(token)) return false;
  const secret = installationKeys(masterKey).open(account.totpSecret, totpCell(accountId));
  const result = await verify({ secret, token, epoch: Math.floor(now().getTime() / 1000), epochTolerance: TOLERANCE_SECONDS });
  if (!result.valid || !("timeStep" in result)) return false;
  return takeTotpStep(db, accountId, result.timeStep);
}
