import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";

const Answer = z.looseObject({
  id: z.string().min(1).max(2000), rawId: z.string().max(2000), type: z.literal("public-key"), clientExtensionResults: z.looseObject({}),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
});

/** What the browser says the device answered; whether it is true the library decides. */
export function readPasskeyAnswer<T extends AuthenticationResponseJSON | RegistrationResponseJSON>(text: string): T {
  try {
    return Answer.parse(JSON.parse(text)) as unknown as T;
  } catch {
    throw new Refusal("invalid_input", "identity.passkey_refused");
  }
}
