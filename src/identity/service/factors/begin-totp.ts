import { generateSecret, generateURI } from "otplib";
import { toString as drawQr } from "qrcode";
import { Refusal } from "../../../kernel/refusal.ts";
import { findAccount, updateAccount } from "../../store/accounts.ts";
import { installationKeys, type Ground } from "../ground.ts";
import { requireOwner } from "../sessions/find-visitor.ts";
import { totpCell } from "./check-totp.ts";

/** What an authenticator app needs. */
export interface TotpOffer {
  /** Base32, in groups of four, for typing. */
  readonly secret: string;
  /** The same as a picture: one `<svg>`. */
  readonly qrSvg: string;
}

/** Offers a secret for an authenticator app. The same one again until it is confirmed, so that a reload does no harm. */
export async function beginTotp(ground: Ground, token: string | null): Promise<TotpOffer> {
  const visitor = await requireOwner(ground, token);
  const account = await findAccount(ground.db, visitor.accountId);
  if (!account || account.totpConfirmedAt) throw new Refusal("conflict", "identity.totp_already");
  const keys = installationKeys(ground.masterKey);
  const cell = totpCell(account.id);
  let secret = account.totpSecret && keys.open(account.totpSecret, cell);
  if (!secret) {
    secret = generateSecret();
    await updateAccount(ground.db, account.id, { totpSecret: keys.seal(secret, cell) });
  }
  const uri = generateURI({ issuer: "Linli", label: account.login, secret });
  const qrSvg = await drawQr(uri, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return { secret: secret.replace(/(.{4})(?=.)/g, "$1 "), qrSvg };
}
