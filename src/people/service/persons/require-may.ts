import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";

/** Whoever may write persons, import the register or keep the volunteers may add some. */
export const requireMayAdd = (actor: Actor): void => requireOneOf(actor, ["people.write", "register.import", "volunteers.manage"]);

/** Whoever may write persons or keep the volunteers may note roles, consents and interests. */
export const requireMayRecord = (actor: Actor): void => requireOneOf(actor, ["people.write", "volunteers.manage"]);

function requireOneOf({ capabilities }: Actor, any: readonly string[]): void {
  if (!any.some((capability) => capabilities.has(capability))) throw new Refusal("forbidden", "access.not_allowed");
}
