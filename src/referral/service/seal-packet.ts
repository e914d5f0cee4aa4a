import { createCipheriv, pbkdf2Sync, randomBytes } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { isOver } from "../model/standing.ts";
import { packetFor } from "../store/referrals.ts";
import { ITERATIONS, letterPage, type LetterWords } from "../model/letter-page.ts";
import { mayStillOpen, requireNear } from "./near.ts";

/** Without signs that are mistaken for others when read out over the telephone. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const GROUPS = 4;

/** The passphrase of a referral's file: 80 bits from the organisation's key, so that it is kept nowhere and always found again. */
export function passphraseFor({ keys }: Pick<Session, "keys">, id: string): string {
  const bytes = keys.blindIndex("referral-letter", id).subarray(0, GROUPS * 4);
  const signs = Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]!).join("");
  return signs.match(/.{4}/g)!.join("-");
}

/** The packet as one file that opens in a browser, without a network, with the passphrase (README: the sealed letter). */
export async function sealPacket(session: Session, id: string, words: LetterWords): Promise<{ html: string }> {
  const { actor, now, today } = session;
  const packet = await session.write("referral.seal", { id, at: now.toISOString() }, async (tx) => {
    const { referral, standing } = await requireNear(session, tx, id);
    if (referral.side !== "out" || referral.otherOrg !== null) throw new Refusal("conflict", "referral.not_outside");
    if (isOver(standing) || !mayStillOpen(referral, today)) throw new Refusal("conflict", "referral.closed_packet");
    await recordAudit(tx, actor, { action: "referral.sealed", subjectKind: "referral", subjectId: id });
    return (await packetFor(tx, actor.orgId, id))!;
  });
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const key = pbkdf2Sync(passphraseFor(session, id).replaceAll("-", ""), salt, ITERATIONS, 32, "sha256");
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(words.lines(packet)), "utf8"), cipher.final(), cipher.getAuthTag()]);
  return { html: letterPage({ salt: salt.toString("base64"), nonce: nonce.toString("base64"), sealed: sealed.toString("base64") }, words) };
}
