import type { Session } from "#platform/db/session.ts";
import { certificateState, type CertificateState, type RevocationReason } from "../../model/certificate/certificate-life.ts";
import { revocationsText, withSignature } from "../../model/certificate/document.ts";
import { readCertificateNumber } from "../../model/certificate/number.ts";
import { selectCertificate, selectRevoked } from "../../store/certificates.ts";
import { keepKey, selectKeys } from "../../store/numbers.ts";

/** What anybody may know of a certificate: number, period, hours and state; nobody's name. */
export interface PublicAnswer {
  readonly number: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly minutes: number;
  readonly state: CertificateState;
  readonly revokedOn: string | null;
  readonly revokedReason: RevocationReason | null;
}

/** Looks a number up, as typed; null where there is no such certificate. For anybody: the session is the public's. */
export async function checkCertificate(session: Session, typed: string): Promise<PublicAnswer | null> {
  const { actor, today } = session;
  const number = readCertificateNumber(typed);
  if (number === null) return null;
  const certificate = await session.read((tx) => selectCertificate(tx, actor.orgId, { number }));
  if (!certificate) return null;
  const { fromOn, untilOn, minutes, revokedOn, revokedReason } = certificate;
  return { number, fromOn, untilOn, minutes, revokedOn, revokedReason, state: certificateState(certificate, today) };
}

/** The public halves of every key the organisation has signed with, one PEM after the other. */
export async function publicKeys(session: Session): Promise<string> {
  const { actor, keys } = session;
  const signer = keys.signer();
  return session.write("hours.public-keys", null, async (tx) => {
    await keepKey(tx, actor.orgId, signer);
    return (await selectKeys(tx, actor.orgId)).map(({ publicKey }) => publicKey).join("");
  });
}

/** The numbers no longer valid, signed, as of now. */
export async function signRevocations(session: Session, issuer: string): Promise<string> {
  const { actor, keys, now } = session;
  const signer = keys.signer();
  const revoked = await session.read((tx) => selectRevoked(tx, actor.orgId));
  const text = revocationsText({ issuer, asOf: now.toISOString(), revoked }, signer.keyId);
  return withSignature(text, signer.sign(Buffer.from(text)));
}
