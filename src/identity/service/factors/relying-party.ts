import type { Installation } from "../../../platform/web/context.ts";

/** This installation as authenticators know it: passkeys belong to its host name and work at its own address only. */
export function relyingParty({ origin }: Pick<Installation, "origin">): { rpID: string; rpName: string; origin: string } {
  return { rpID: new URL(origin).hostname, rpName: "邻里 Linli", origin };
}

/** Time to finish an exchange with an authenticator or an identity provider. */
export const CEREMONY_MS = 10 * 60_000;
