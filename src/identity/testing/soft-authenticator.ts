import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();

/** An authenticator in software (ES256, no attestation), for tests: it signs what a real one would sign. */
export class SoftAuthenticator {
  readonly id = randomBytes(16);
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  /** False for one that did not ask for finger, face or number. */
  verifies = true;
  #counter = 0;

  register(options: PublicKeyCredentialCreationOptionsJSON, origin: string): RegistrationResponseJSON {
    const { x, y } = this.#keys.publicKey.export({ format: "jwk" });
    const publicKey = isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x!)], [-3, bytes(y!)]]));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const authData = Buffer.concat([this.#authData(options.rp.id!, HAS_CREDENTIAL), Buffer.alloc(16), length, this.id, publicKey]);
    const attestation = isoCBOR.encode(new Map<string, unknown>([["fmt", "none"], ["attStmt", new Map()], ["authData", new Uint8Array(authData)]]) as never);
    return {
      ...this.#envelope(),
      response: { clientDataJSON: clientData("webauthn.create", options.challenge, origin), attestationObject: Buffer.from(attestation).toString("base64url"), transports: ["internal"] },
    };
  }

  answer(options: PublicKeyCredentialRequestOptionsJSON, origin: string): AuthenticationResponseJSON {
    const clientDataJSON = clientData("webauthn.get", options.challenge, origin);
    const authData = this.#authData(options.rpId!, 0);
    const signature = sign("sha256", Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]), this.#keys.privateKey);
    return { ...this.#envelope(), response: { clientDataJSON, authenticatorData: authData.toString("base64url"), signature: signature.toString("base64url") } };
  }

  #envelope() {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #authData(rpId: string, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.of(USER_PRESENT | (this.verifies ? USER_VERIFIED : 0) | more), counter]);
  }
}

const bytes = (base64url: string) => new Uint8Array(Buffer.from(base64url, "base64url"));
const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");
