import type { Actor } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";

/** What a route asks of whoever calls it. Every route has one, or the process does not start. */
export type Policy =
  | { readonly kind: "public"; readonly why: string }
  | { readonly kind: "signed-in" }
  | { readonly kind: "capability"; readonly capability: string; readonly strong: boolean };

/** Open to anyone; the reason is part of the declaration. */
export const open = (why: string): Policy => ({ kind: "public", why });

/** Any account with a session, e.g. one's own settings. */
export const signedIn = (): Policy => ({ kind: "signed-in" });

/** A capability of the role acted in. Pages with files of persons also want a second factor: that is the default. */
export const needs = (capability: string, { strong = true }: { strong?: boolean } = {}): Policy => ({ kind: "capability", capability, strong });

/** The answer to "may this actor call this route": yes, or the refusal to give. */
export function judge(policy: Policy, actor: Actor | null): Refusal | null {
  if (policy.kind === "public") return null;
  if (!actor) return new Refusal("not_signed_in", "access.sign_in");
  if (policy.kind === "signed-in") return null;
  if (!actor.capabilities.has(policy.capability)) return new Refusal("forbidden", "access.not_allowed");
  if (policy.strong && !actor.strong) return new Refusal("forbidden", "access.second_factor");
  return null;
}
