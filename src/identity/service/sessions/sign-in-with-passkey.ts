import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { Refusal } from "../../../kernel/refusal.ts";
import type { Installation } from "../../../platform/web/context.ts";
import { insertCeremony, takeCeremony } from "../../store/ceremonies.ts";
import { findPasskey, touchPasskey } from "../../store/factors.ts";
import { CEREMONY_MS, relyingParty } from "../factors/relying-party.ts";
import { hashToken, type Ground } from "../ground.ts";
import { startSession, type StartedSession } from "./start-session.ts";

type Place = Ground & Pick<Installation, "origin">;

/** Asks for any passkey of this installation; the device knows whose they are. */
export async function beginPasskeySignIn(ground: Place): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(ground).rpID, userVerification: "required" });
  const at = ground.now();
  await insertCeremony(ground.db, {
    tokenHash: hashToken(options.challenge), kind: "passkey_sign_in", accountId: null, facts: {}, expiresAt: new Date(at.getTime() + CEREMONY_MS).toISOString(),
  }, at);
  return options;
}

/** Signs in with a passkey. It is two factors in one (the device, and the finger or number that unlocks it), so the session is strong. */
export async function finishPasskeySignIn(ground: Place, response: AuthenticationResponseJSON, agent = ""): Promise<StartedSession> {
  const { rpID, origin } = relyingParty(ground);
  const passkey = await findPasskey(ground.db, response.id);
  if (!passkey || passkey.disabledAt) throw new Refusal("invalid_input", "identity.passkey_unknown");
  const result = await verifyAuthenticationResponse({
    response, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true,
    expectedChallenge: async (challenge) => (await takeCeremony(ground.db, hashToken(challenge), "passkey_sign_in", ground.now())) !== undefined,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter, transports: passkey.transports },
  }).catch(() => null);
  if (!result?.verified) throw new Refusal("invalid_input", "identity.passkey_refused");
  await touchPasskey(ground.db, passkey.id, result.authenticationInfo.newCounter, ground.now().toISOString());
  return startSession(ground, { id: passkey.accountId, name: passkey.accountName }, { by: "passkey", strong: true, agent });
}
