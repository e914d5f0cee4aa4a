import { generateRegistrationOptions, verifyRegistrationResponse, type PublicKeyCredentialCreationOptionsJSON, type RegistrationResponseJSON } from "@simplewebauthn/server";
import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Installation } from "../../../platform/web/context.ts";
import { insertCeremony, takeCeremony } from "../../store/ceremonies.ts";
import { countRecoveryCodes, insertPasskey, selectPasskeys } from "../../store/factors.ts";
import { hashToken, organizationSession, type Ground } from "../ground.ts";
import { requireOwner, type Visitor } from "../sessions/find-visitor.ts";
import type { StartedSession } from "../sessions/start-session.ts";
import { strengthenSession } from "../sessions/strengthen-session.ts";
import { makeRecoveryCodes } from "./recovery-codes.ts";
import { CEREMONY_MS, relyingParty } from "./relying-party.ts";

/** EdDSA, ES256 and RS256 (COSE numbers): what today's devices have. */
const ALGORITHMS = [-8, -7, -257];

type Place = Ground & Pick<Installation, "origin">;

/** Asks the visitor's device for a new passkey: what the browser's script passes on to it. */
export async function beginPasskey(ground: Place, token: string | null): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const visitor = await requireOwner(ground, token);
  const { rpID, rpName } = relyingParty(ground);
  const known = await selectPasskeys(ground.db, visitor.accountId);
  const options = await generateRegistrationOptions({
    rpID, rpName, userName: visitor.login, userDisplayName: visitor.name, userID: new TextEncoder().encode(visitor.accountId),
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: ALGORITHMS, authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const at = ground.now();
  await insertCeremony(ground.db, {
    tokenHash: hashToken(options.challenge), kind: "passkey_add", accountId: visitor.accountId, facts: {}, expiresAt: new Date(at.getTime() + CEREMONY_MS).toISOString(),
  }, at);
  return options;
}

/** Keeps the passkey the device made. With the first factor of all come recovery codes, this once. */
export async function finishPasskey(
  ground: Place, token: string | null, { response, name }: { response: RegistrationResponseJSON; name: string },
): Promise<{ recoveryCodes: string[] | null; session: StartedSession }> {
  const visitor = await requireOwner(ground, token);
  const credential = await verified(ground, visitor, response);
  const own = organizationSession(ground, visitor.orgId, visitor);
  const recoveryCodes = await own.write("identity.add_passkey", null, async (tx) => {
    const added = await insertPasskey(tx, {
      id: credential.id, accountId: visitor.accountId, name, publicKey: Buffer.from(credential.publicKey), counter: credential.counter,
      transports: credential.transports ?? [],
    });
    if (!added) throw new Refusal("conflict", "identity.passkey_known");
    await recordAudit(tx, own.actor, { action: "second_factor.added", subjectKind: "account", subjectId: visitor.accountId, details: { kind: "passkey", name } });
    return (await countRecoveryCodes(tx, visitor.accountId)) > 0 ? null : makeRecoveryCodes(tx, ground.masterKey, visitor.accountId);
  });
  return { recoveryCodes, session: await strengthenSession(ground, visitor, "passkey") };
}

async function verified(ground: Place, visitor: Visitor, response: RegistrationResponseJSON) {
  const { rpID, origin } = relyingParty(ground);
  const result = await verifyRegistrationResponse({
    response, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
    expectedChallenge: async (challenge) =>
      (await takeCeremony(ground.db, hashToken(challenge), "passkey_add", ground.now()))?.accountId === visitor.accountId,
  }).catch(() => null);
  if (!result?.verified) throw new Refusal("invalid_input", "identity.passkey_refused");
  return result.registrationInfo.credential;
}
